package dev.certdeck.deletion;

import java.time.Duration;
import java.util.List;

import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.inventory.Inventory;

import static org.mockito.Mockito.mock;

/**
 * Makes deletions that nothing prevents.
 */
final class TestDeletions {

	static final Duration LIMIT = Duration.ofMinutes(2);

	private TestDeletions() {
	}

	static DeletionWrite deletion(CertificateStore store, Inventory inventory) {
		return deletion(store, inventory, Duration.ofSeconds(20));
	}

	static DeletionWrite deletion(CertificateStore store, Inventory inventory, Duration initialWait) {
		return new DeletionWrite(store, inventory, mock(), (entry) -> List.of(), task(initialWait));
	}

	static TaskProperties task(Duration initialWait) {
		return new TaskProperties(initialWait, Duration.ofMillis(10), LIMIT);
	}

}
