package dev.certdeck.tencent.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * Reads all pages of a list and tells whether it is whole: every row once, and as many as
 * the cloud counts. A list that changes meanwhile is read again, a few times.
 *
 * @param <T> the type of the rows
 */
public class Scan<T> {

	private static final int LOOKS = 3;

	private static final int PARALLEL_LOOKS = 5;

	private final int size;

	private final Function<T, String> key;

	private final @Nullable Parallel parallel;

	/**
	 * Creates a scan that reads one page after the other.
	 * @param size how many rows to ask for at once; if the cloud returns fewer, its own
	 * size is used from the second page
	 * @param key tells rows apart
	 */
	public Scan(int size, Function<T, String> key) {
		this(size, key, null);
	}

	/**
	 * Creates a scan that reads several pages at the same time, and the first one again
	 * at the end.
	 * @param size how many rows to ask for at once
	 * @param key tells rows apart
	 * @param parallel makes several calls at once
	 */
	public Scan(int size, Function<T, String> key, @Nullable Parallel parallel) {
		this.size = size;
		this.key = key;
		this.parallel = parallel;
	}

	/**
	 * Reads a list that has to be whole.
	 * @param source reads one page
	 * @return all rows
	 * @throws CloudException if a page can't be read or the list is not the same and
	 * whole in any look
	 */
	public List<T> all(Slice.Source<T> source) {
		return exact(source).rows();
	}

	/**
	 * Reads a list that has to be whole but for rows that can't be read.
	 * @param source reads one page
	 * @return the list
	 * @throws CloudException if a page can't be read or the list is not the same and
	 * whole in any look
	 */
	public Whole<T> exact(Slice.Source<T> source) {
		Whole<T> whole = read(source, Progress.IGNORED);
		if (!whole.exact()) {
			throw whole.reply().unintelligible("the list does not have as many rows as it says, or keeps changing");
		}
		return whole;
	}

	/**
	 * Reads a list.
	 * @param source reads one page
	 * @param progress receives the number of rows that have been read
	 * @return the list as the last look found it
	 * @throws CloudException if a page can't be read
	 */
	public Whole<T> read(Slice.Source<T> source, Progress progress) {
		Whole<T> whole = look(source, progress);
		int most = (this.parallel != null) ? PARALLEL_LOOKS : LOOKS;
		for (int looks = 1; !whole.exact() && looks < most; looks++) {
			whole = look(source, progress);
		}
		return whole;
	}

	private Whole<T> look(Slice.Source<T> source, Progress progress) {
		Slice<T> first = source.read(1, 0, this.size).orTooLong();
		List<Slice<T>> slices = new ArrayList<>(List.of(first));
		int read = first.size();
		progress.report(read, first.total());
		Slice<T> last = first;
		while (read < first.total() && last.size() > 0 && last.total() == first.total()) {
			for (Slice<T> slice : next(source, first, slices.size(), read)) {
				slices.add(slice);
				last = slice;
				read += slice.size();
				progress.report(read, slice.total());
			}
		}
		Whole<T> whole = whole(slices);
		boolean again = whole.exact() && slices.size() > 1 && this.parallel != null;
		return (again && !isSame(first, source.read(1, 0, this.size))) ? whole.inexact() : whole;
	}

	/**
	 * Reads the pages that follow, as many as can be read at the same time.
	 * @param source reads one page
	 * @param first the first page
	 * @param pages how many pages have been read
	 * @param read how many rows have been read
	 * @return the pages
	 */
	private List<Slice<T>> next(Slice.Source<T> source, Slice<T> first, int pages, int read) {
		int pageSize = Math.min(this.size, first.size());
		if (this.parallel == null) {
			return List.of(source.read(pages + 1, read, pageSize));
		}
		int left = (first.total() - read + pageSize - 1) / pageSize;
		List<Integer> following = IntStream.range(0, Math.min(left, this.parallel.threads())).boxed().toList();
		return this.parallel.map(first.reply().call(), following,
				(index) -> source.read(pages + 1 + index, read + index * pageSize, pageSize));
	}

	private Whole<T> whole(List<Slice<T>> slices) {
		int total = slices.get(0).total();
		Map<String, T> rows = new LinkedHashMap<>();
		slices.forEach((slice) -> slice.rows().forEach((row) -> rows.putIfAbsent(this.key.apply(row), row)));
		int unreadable = slices.stream().mapToInt(Slice::unreadable).sum();
		boolean steady = slices.stream().allMatch((slice) -> slice.total() == total);
		return new Whole<>(slices.get(0).reply(), List.copyOf(rows.values()), unreadable,
				steady && rows.size() + unreadable == total);
	}

	private boolean isSame(Slice<T> one, Slice<T> other) {
		return one.rows().stream().map(this.key).toList().equals(other.rows().stream().map(this.key).toList())
				&& one.unreadable() == other.unreadable();
	}

	/**
	 * All pages as one.
	 *
	 * @param <T> the type of the rows
	 * @param reply the reply that held the first page
	 * @param rows every row once
	 * @param unreadable how many rows are left out because they can't be read
	 * @param exact whether these are as many rows as the cloud counts, in a list that
	 * stood still
	 */
	public record Whole<T>(Reply reply, List<T> rows, int unreadable, boolean exact) {

		private Whole<T> inexact() {
			return new Whole<>(this.reply, this.rows, this.unreadable, false);
		}

	}

}
