package dev.certdeck.inventory;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of certificates and what uses them from the cloud.
 */
class CloudInventory {

	private final CertificateStore store;

	private final LastKnown lastKnown;

	private final UsageFinder usages;

	private @Nullable ExecutorService threads;

	/**
	 * Creates the reader.
	 * @param store the cloud's store
	 * @param usages finds the usage of certificates
	 */
	CloudInventory(CertificateStore store, UsageFinder usages) {
		this.store = store;
		this.lastKnown = new LastKnown(store);
		this.usages = usages;
	}

	CertificateStore store() {
		return this.store;
	}

	UsageFinder usages() {
		return this.usages;
	}

	/**
	 * Lets calls run on threads of their own from now on, which can be interrupted while
	 * the caller, who may use the database, is not.
	 */
	synchronized void start() {
		this.threads = Executors.newCachedThreadPool((task) -> new Thread(task, "inventory"));
	}

	/**
	 * Cancels the calls that run.
	 */
	synchronized void stop() {
		if (this.threads != null) {
			this.threads.shutdownNow();
			this.threads = null;
		}
	}

	/**
	 * Reads the list.
	 * @param cause why it is read
	 * @param progress receives how many certificates have been read
	 * @param before the snapshot before, if there is one
	 * @return the list, with the certificates known before that it may lack
	 * @throws dev.certdeck.certificate.CloudException if it can't be read
	 * @throws CancellationException if the inventory is stopped meanwhile
	 */
	CertificateList list(CallCause cause, Progress progress, Optional<Snapshot> before) {
		return call(cause, () -> this.lastKnown.complete(this.store.list(progress), before));
	}

	/**
	 * Asks for usage.
	 * @param cause why it is asked for
	 * @param certificates the certificates
	 * @param before what is known so far
	 * @return their usage
	 * @throws CancellationException if the inventory is stopped meanwhile
	 */
	UsageSurvey find(CallCause cause, Collection<CertificateId> certificates, Snapshot before) {
		return call(cause, () -> this.usages.findAll(certificates,
				(id) -> before.find(id).map(Entry::usage).orElse((Usage) null)));
	}

	private <T> T call(CallCause cause, Supplier<T> calls) {
		Supplier<T> work = (cause == CallCause.BACKGROUND) ? () -> CallCause.background(calls) : calls;
		ExecutorService executor = threads();
		if (executor == null) {
			return work.get();
		}
		try {
			T result = executor.submit(work::get).get();
			if (executor.isShutdown()) {
				throw new CancellationException();
			}
			return result;
		}
		catch (ExecutionException ex) {
			if (executor.isShutdown() || !(ex.getCause() instanceof RuntimeException failure)) {
				throw new CancellationException();
			}
			throw failure;
		}
		catch (RejectedExecutionException ex) {
			throw new CancellationException();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
	}

	private synchronized @Nullable ExecutorService threads() {
		return this.threads;
	}

}
