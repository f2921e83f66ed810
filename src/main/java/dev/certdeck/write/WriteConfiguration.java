package dev.certdeck.write;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.PeriodicTask;
import net.javacrumbs.shedlock.core.LockProvider;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the execution and the resolution of writes.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WriteProperties.class)
class WriteConfiguration {

	private static final int WRITES_AT_A_TIME = 16;

	private static final int RESOLVED_AT_A_TIME = 4;

	@Bean
	WriteLock writeLock(LockProvider provider, WriteProperties properties, Clock clock) {
		return new WriteLock(provider, properties.lockTimeout(), clock);
	}

	@Bean
	CloudWrites cloudWrites(AuditTrail trail, WriteLock lock, List<CloudWrite<?>> writes) {
		return new CloudWrites(trail, lock, threads("write", WRITES_AT_A_TIME),
				() -> writes.forEach(CloudWrite::cancelChecks));
	}

	@Bean
	WriteResolver writeResolver(AuditTrail trail, List<CloudWrite<?>> writes, WriteLock lock,
			WriteProperties properties, Clock clock) {
		return new WriteResolver(trail, writes, lock, threads("write-progress", RESOLVED_AT_A_TIME),
				(intent) -> intent.isOlderThan(properties.outcomeTimeout(), clock.instant()));
	}

	@Bean
	PeriodicTask resolveTask(LockProvider locks, WriteResolver resolver, WriteProperties properties, Clock clock) {
		return PeriodicTask.locked("intents", properties.resolveInterval(), resolver::resolveAll, locks, clock);
	}

	private static ExecutorService threads(String name, int number) {
		return Executors.newFixedThreadPool(number, (work) -> {
			Thread thread = new Thread(work, name);
			thread.setDaemon(true);
			return thread;
		});
	}

}
