package dev.certdeck.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.UploadResult;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A store in memory that can be changed while it is read, and that fails when it is told
 * to.
 */
public class FakeStore implements CertificateStore {

	private static final int PAGE_SIZE = 10;

	private final List<Certificate> certificates = new ArrayList<>();

	/**
	 * The ids of the deletions that it was asked for.
	 */
	public final List<CertificateId> deletions = new ArrayList<>();

	/**
	 * The ids of the certificates whose rows can't be read.
	 */
	final Set<String> unreadable = new HashSet<>();

	/**
	 * Called before a page is read, with its number.
	 */
	IntConsumer beforePage = (number) -> {
	};

	private @Nullable CloudException findFailure;

	private @Nullable CloudException deleteFailure;

	/**
	 * The name of the one task.
	 */
	public static final String TASK = "1251261";

	/**
	 * Whether deletions are tasks.
	 */
	public boolean deletesByTask;

	/**
	 * How far the task is at each look; it runs when there is nothing left.
	 */
	public final Deque<DeletionProgress> progress = new ArrayDeque<>();

	/**
	 * Why the task can't be looked at, {@code null} if it can.
	 */
	public @Nullable CloudException followFailure;

	/**
	 * How often the task was looked at.
	 */
	public int follows;

	/**
	 * Creates the store.
	 * @param certificates what it holds
	 */
	public FakeStore(Certificate... certificates) {
		this.certificates.addAll(List.of(certificates));
	}

	/**
	 * Makes a store with numbered certificates.
	 * @param count how many
	 * @return the store
	 */
	static FakeStore of(int count) {
		FakeStore store = new FakeStore();
		for (int number = 0; number < count; number++) {
			store.hold(TestCertificates.certificate("id-%05d".formatted(number)).build());
		}
		return store;
	}

	/**
	 * Adds a certificate at the front, or in the place of one with the same id.
	 * @param certificate the certificate
	 */
	public final synchronized void hold(Certificate certificate) {
		this.certificates.removeIf((held) -> held.id().equals(certificate.id()));
		this.certificates.add(0, certificate);
	}

	/**
	 * Takes a certificate away.
	 * @param id its id
	 */
	public synchronized void lose(CertificateId id) {
		this.certificates.removeIf((held) -> held.id().equals(id));
	}

	/**
	 * Returns what it holds.
	 * @return the ids
	 */
	synchronized Set<CertificateId> ids() {
		return this.certificates.stream().map(Certificate::id).collect(Collectors.toSet());
	}

	/**
	 * Makes every look-up fail from now on.
	 * @param failure the failure, {@code null} for none
	 */
	public synchronized void failToFind(@Nullable CloudException failure) {
		this.findFailure = failure;
	}

	/**
	 * Makes every deletion fail from now on.
	 * @param failure the failure
	 */
	public synchronized void failToDelete(CloudException failure) {
		this.deleteFailure = failure;
	}

	/**
	 * Called with each deletion before it fails or succeeds.
	 * @param id the certificate's id
	 */
	protected void onDelete(CertificateId id) {
	}

	@Override
	public CertificateList list(Progress progress) {
		int total = count();
		for (int number = 1; number == 1 || (number - 1) * PAGE_SIZE < total; number++) {
			this.beforePage.accept(number);
			progress.report(Math.min(number * PAGE_SIZE, total), total);
		}
		synchronized (this) {
			List<Certificate> readable = this.certificates.stream()
				.filter((certificate) -> !this.unreadable.contains(certificate.id().value()))
				.toList();
			return new CertificateList(readable, this.certificates.size() - readable.size(), true);
		}
	}

	private synchronized int count() {
		return this.certificates.size();
	}

	@Override
	public CertificateList search(String text) {
		throw new UnsupportedOperationException();
	}

	@Override
	public synchronized Optional<Certificate> find(CertificateId id) {
		if (this.findFailure != null) {
			throw this.findFailure;
		}
		return this.certificates.stream().filter((held) -> held.id().equals(id)).findFirst();
	}

	@Override
	public Optional<CertificateWithChain> read(CertificateId id) {
		return find(id).map((held) -> new CertificateWithChain(held, null));
	}

	@Override
	public UploadResult upload(CertificateUpload upload) {
		throw new UnsupportedOperationException();
	}

	@Override
	public synchronized DeletionProgress delete(CertificateId id) {
		this.deletions.add(id);
		onDelete(id);
		if (this.deleteFailure != null) {
			throw this.deleteFailure;
		}
		if (this.deletesByTask) {
			return new DeletionProgress.Running(TASK);
		}
		lose(id);
		return new DeletionProgress.Done();
	}

	@Override
	public synchronized DeletionProgress follow(CertificateId id, String task) {
		assertThat(task).isEqualTo(TASK);
		this.follows++;
		if (this.followFailure != null) {
			throw this.followFailure;
		}
		DeletionProgress next = this.progress.isEmpty() ? new DeletionProgress.Running(task) : this.progress.remove();
		if (next instanceof DeletionProgress.Done) {
			lose(id);
		}
		return next;
	}

}
