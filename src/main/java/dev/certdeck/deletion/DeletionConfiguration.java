package dev.certdeck.deletion;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.WriteLock;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Refusal;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.UsageChecks;
import dev.certdeck.web.Texts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds the deletions.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskProperties.class)
class DeletionConfiguration {

	private static final int DELETIONS_AT_A_TIME = 16;

	private static final int QUESTIONS_AT_A_TIME = 4;

	@Bean
	DeletionCall deletionCall(CertificateStore store, Inventory inventory, UsageChecks checks, AuditTrail trail,
			TaskProperties task) {
		return new DeletionCall(store, inventory, checks, trail, new Patience(store, task.patience(), task.interval()));
	}

	@Bean
	Deleter deleter(UsageChecks checks, DeletionPolicy policy, Texts texts, AuditTrail trail, DeletionCall call,
			Clock clock) {
		return new Deleter(checks, (entry) -> policy.decide(entry.certificate(), entry.usage(), clock.instant()),
				(deletability) -> texts
					.of(Message.join("list.sentences", deletability.refusals().stream().map(Refusal::full))),
				trail, call);
	}

	@Bean
	BackgroundDeletions backgroundDeletions(Deleter deleter, UsageChecks checks, TaskProperties task) {
		ExecutorService executor = Executors.newFixedThreadPool(DELETIONS_AT_A_TIME, (work) -> {
			Thread thread = new Thread(work, "deletion");
			thread.setDaemon(true);
			return thread;
		});
		return new BackgroundDeletions(deleter, checks, executor, task.patience());
	}

	@Bean
	Deletions deletions(CertificateStore store, Inventory inventory, AuditTrail trail, WriteLock lock,
			BackgroundDeletions background) {
		return new Deletions(store, inventory, trail, lock, background);
	}

	@Bean
	PendingDeletions pendingDeletions(CertificateStore store, Inventory inventory, AuditTrail trail) {
		return new PendingDeletions(store, inventory, trail);
	}

	@Bean
	RunningDeletions runningDeletions(AuditTrail trail, PendingDeletions pending, WriteLock lock, TaskProperties task,
			Clock clock) {
		// Never interrupted, like the threads of deletions: they write to the trail.
		ExecutorService executor = Executors.newFixedThreadPool(QUESTIONS_AT_A_TIME, (work) -> {
			Thread thread = new Thread(work, "deletion-progress");
			thread.setDaemon(true);
			return thread;
		});
		return new RunningDeletions(trail, pending, lock, executor, task, clock);
	}

}
