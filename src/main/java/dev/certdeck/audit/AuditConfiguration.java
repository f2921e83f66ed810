package dev.certdeck.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import dev.certdeck.web.Times;
import io.micrometer.core.instrument.MeterRegistry;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures the audit trail and the {@link Actor} arguments of controllers.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ActorResolver());
	}

	@Bean
	AuditRows auditRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
		return new AuditRows(jdbc, new TransactionTemplate(transactions));
	}

	@Bean
	AuditSearch auditSearch(JdbcClient jdbc, Times times) {
		return new AuditSearch(jdbc, times.zone());
	}

	@Bean
	AuditTrail auditTrail(AuditRows rows, AuditSearch search, MeterRegistry meters, Clock clock) {
		return new AuditTrail(rows, search, new WriteCounter(meters), clock);
	}

	@Bean
	AuditEventListener auditEventListener(AuditRows rows, FoldedEvents folded) {
		return new AuditEventListener(rows, folded);
	}

	@Bean
	FoldedEvents foldedEvents(AuditRows rows) {
		return new FoldedEvents(rows);
	}

	@Bean
	PeriodicTask foldedEventsFlush(FoldedEvents folded, Clock clock) {
		return new PeriodicTask("folded-events", Duration.ofSeconds(5), () -> folded.flush(clock.instant()));
	}

	@Bean
	Retention retention(AuditRows rows, JdbcClient jdbc, AuditProperties properties, Clock clock,
			MeterRegistry meters) {
		TrailTimes times = new TrailTimes(jdbc);
		Retention retention = new Retention(rows, times, properties.retention(), clock, times::databaseTime);
		meters.gauge("certdeck.audit.retention.halted", retention, (halting) -> halting.isHalted() ? 1 : 0);
		return retention;
	}

	@Bean(destroyMethod = "shutdown")
	ScheduledExecutorService lockKeeper() {
		return Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "lock-keeper");
			thread.setDaemon(true);
			return thread;
		});
	}

	@Bean
	LockProvider lockProvider(JdbcTemplate jdbc, PlatformTransactionManager transactions,
			ScheduledExecutorService lockKeeper) {
		JdbcTemplateLockProvider.Configuration configuration = JdbcTemplateLockProvider.Configuration.builder()
			.withJdbcTemplate(jdbc)
			.withTransactionManager(transactions)
			.usingDbTime()
			.build();
		return new KeepAliveLockProvider(new JdbcTemplateLockProvider(configuration), lockKeeper);
	}

	@Bean
	PeriodicTask retentionTask(Retention retention, LockProvider locks, Clock clock) {
		return PeriodicTask.locked("retention", Duration.ofHours(1), retention::delete, locks, clock);
	}

}
