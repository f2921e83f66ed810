package dev.certdeck.tencent.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.certdeck.certificate.CloudException;
import org.jspecify.annotations.Nullable;

/**
 * Reads all pages of a list and vouches for it: every row once, and as many as the cloud
 * counts. A list that changes meanwhile is looked at again, a few times.
 *
 * @param <T> the type of the rows
 */
public class Scan<T> {

	private static final int LOOKS = 3;

	private static final int MAX_PAGES = 1000;

	private final int size;

	private final Function<T, String> key;

	/**
	 * Creates the scan.
	 * @param size how many rows to ask for at once; where the cloud gives fewer, its own
	 * size is used from the second page
	 * @param key tells rows apart
	 */
	public Scan(int size, Function<T, String> key) {
		this.size = size;
		this.key = key;
	}

	/**
	 * Reads the list.
	 * @param source reads one page
	 * @return all rows
	 * @throws CloudException if a page can't be read or the list is not the same and
	 * whole in any look
	 */
	public List<T> all(Slice.Source<T> source) {
		return read(source).rows();
	}

	/**
	 * Reads the list with the number of rows that can't be read.
	 * @param source reads one page
	 * @return all pages as one
	 * @throws CloudException if a page can't be read or the list is not the same and
	 * whole in any look
	 */
	public Slice<T> read(Slice.Source<T> source) {
		Look look = new Look(source);
		for (int looks = 1; !look.isWhole() && looks < LOOKS; looks++) {
			look = new Look(source);
		}
		if (!look.isWhole()) {
			throw look.reply().unintelligible("the list does not have as many rows as it says, or keeps changing");
		}
		return look.whole();
	}

	/**
	 * One pass over the pages.
	 */
	private final class Look {

		private final Map<String, T> rows = new LinkedHashMap<>();

		private @Nullable Slice<T> last;

		private boolean moved;

		private int unreadable;

		Look(Slice.Source<T> source) {
			int offset = 0;
			int pageSize = Scan.this.size;
			for (int number = 1; number <= MAX_PAGES; number++) {
				Slice<T> slice = source.read(number, offset, pageSize);
				this.moved = this.last != null && this.last.total() != slice.total();
				this.last = slice;
				slice.rows().forEach((row) -> this.rows.putIfAbsent(Scan.this.key.apply(row), row));
				this.unreadable += slice.unreadable();
				offset += slice.size();
				if (this.moved || slice.size() == 0 || offset >= slice.total()) {
					return;
				}
				pageSize = (number == 1) ? Math.min(pageSize, offset) : pageSize;
			}
			throw reply().unintelligible("the list has more than %d pages".formatted(MAX_PAGES));
		}

		boolean isWhole() {
			return !this.moved && this.last != null && this.rows.size() + this.unreadable == this.last.total();
		}

		Slice<T> whole() {
			return new Slice<>(reply(), List.copyOf(this.rows.values()), this.rows.size() + this.unreadable,
					this.unreadable);
		}

		Reply reply() {
			if (this.last == null) {
				throw new IllegalStateException("No page was read");
			}
			return this.last.reply();
		}

	}

}
