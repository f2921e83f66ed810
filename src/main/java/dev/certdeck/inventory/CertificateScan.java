package dev.certdeck.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificatePage;
import dev.certdeck.certificate.CertificateStore;

/**
 * Reads the whole list of certificates, page by page and several pages at a time, and
 * looks again when the list moved meanwhile.
 */
class CertificateScan {

	private static final int MOST_LOOKS = 5;

	private static final int MOST_AHEAD = 64;

	private final CertificateStore store;

	private final ExecutorService executor;

	private final int pageSize;

	/**
	 * Creates the scan.
	 * @param store the store to read
	 * @param executor what reads pages, as many at a time as it has threads
	 * @param pageSize how many certificates to ask for at a time
	 */
	CertificateScan(CertificateStore store, ExecutorService executor, int pageSize) {
		this.store = store;
		this.executor = executor;
		this.pageSize = pageSize;
	}

	/**
	 * Reads the list.
	 * @param progress told how many certificates have been read
	 * @return every certificate once
	 * @throws dev.certdeck.certificate.CloudException if a page can't be read
	 */
	Listing read(Progress progress) {
		Listing listing = look(progress);
		for (int looks = 1; !listing.exact() && looks < MOST_LOOKS; looks++) {
			listing = look(progress);
		}
		return listing;
	}

	private Listing look(Progress progress) {
		CertificatePage first = this.store.list(1, this.pageSize);
		progress.report(first.rows(), first.total());
		if (first.rows() >= first.total() || first.rows() == 0) {
			return listing(List.of(first), first.total());
		}
		int effectiveSize = first.rows();
		int pages = (int) ((first.total() + effectiveSize - 1L) / effectiveSize);
		List<CertificatePage> all = new ArrayList<>();
		all.add(first);
		readRest(pages, all, progress);
		CertificatePage again = this.store.list(1, this.pageSize);
		Listing listing = listing(all, first.total());
		boolean same = ids(again).equals(ids(first)) && again.unreadable() == first.unreadable();
		return new Listing(listing.certificates(), listing.unreadable(), listing.exact() && same);
	}

	/**
	 * Reads the pages after the first, a few ahead of the one that is awaited, until they
	 * have more rows than the first page counts.
	 * @param last the number of the last page
	 * @param pages the first page, takes the others
	 * @param progress told how many certificates have been read
	 */
	private void readRest(int last, List<CertificatePage> pages, Progress progress) {
		Deque<Future<CertificatePage>> ahead = new ArrayDeque<>();
		int total = pages.get(0).total();
		int read = pages.get(0).rows();
		int next = 2;
		try {
			while (read <= total && (next <= last || !ahead.isEmpty())) {
				for (; next <= last && ahead.size() < MOST_AHEAD; next++) {
					ahead.add(submit(next));
				}
				CertificatePage page = await(ahead.element());
				ahead.remove();
				pages.add(page);
				read += page.rows();
				progress.report(read, page.total());
			}
		}
		finally {
			// From the last page on, so that no thread that becomes free begins another.
			ahead.descendingIterator().forEachRemaining((future) -> future.cancel(true));
		}
	}

	private Future<CertificatePage> submit(int number) {
		return this.executor.submit(() -> this.store.list(number, this.pageSize));
	}

	private static Listing listing(List<CertificatePage> pages, int total) {
		Map<CertificateId, Certificate> certificates = new LinkedHashMap<>();
		pages.forEach((page) -> page.certificates()
			.forEach((certificate) -> certificates.putIfAbsent(certificate.id(), certificate)));
		boolean steady = pages.stream().allMatch((page) -> page.total() == total);
		int unreadable = pages.stream().mapToInt(CertificatePage::unreadable).sum();
		return new Listing(List.copyOf(certificates.values()), unreadable,
				steady && certificates.size() + unreadable == total);
	}

	private static List<CertificateId> ids(CertificatePage page) {
		return page.certificates().stream().map(Certificate::id).toList();
	}

	private static CertificatePage await(Future<CertificatePage> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while reading the list");
		}
	}

	/**
	 * What a scan read.
	 *
	 * @param certificates every certificate once
	 * @param unreadable how many rows are left out because they can't be read
	 * @param exact whether the list stood still during the scan
	 */
	record Listing(List<Certificate> certificates, int unreadable, boolean exact) {

	}

	/**
	 * Told how far a scan is.
	 */
	@FunctionalInterface
	interface Progress {

		/**
		 * Reports how far the scan is.
		 * @param read how many certificates have been read
		 * @param total how many there are
		 */
		void report(int read, int total);

	}

}
