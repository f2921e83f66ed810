package dev.certdeck.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The PEM blocks of a text (RFC 7468, section 2, read leniently) and the problems between
 * them.
 */
final class PemText {

	private static final int MAXIMUM_BLOCKS = 200;

	/**
	 * The number of problems after which nothing more is read.
	 */
	private static final int MAXIMUM_PROBLEMS = 10;

	private static final String DASH = "[-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d]";

	private static final Pattern MARKER = Pattern.compile(
			"(?:~{2,5}|[\\u2013-\\u2015])[ \\t\\u00a0]{0,4}(BEGIN|END)[ \\t\\u00a0]{1,4}([A-Z0-9 #]{1,64}?)[ \\t\\u00a0]{0,4}(?:~{2,5}|[\\u2013-\\u2015])"
				.replace("~", DASH),
			Pattern.CASE_INSENSITIVE);

	private static final Pattern REGULAR_MARKER = Pattern.compile("-----(?:BEGIN|END) [A-Z0-9 #]+-----");

	private final WorkBudget budget;

	private final Lines lines;

	private final Place place;

	private final List<PemBlock> blocks = new ArrayList<>();

	private final List<Finding> problems = new ArrayList<>();

	private boolean irregular;

	private @Nullable Begin begin;

	private int count;

	private int outside;

	private int firstOutside;

	private PemText(Lines lines, Place place, WorkBudget budget) {
		this.budget = budget;
		this.lines = lines;
		this.place = place;
	}

	/**
	 * Reads a text.
	 * @param lines any text
	 * @param place where it stands
	 * @param budget limits the work
	 * @return its blocks and problems, neither if it has no BEGIN or END lines
	 */
	static PemText read(Lines lines, Place place, WorkBudget budget) {
		PemText pem = new PemText(lines, place, budget);
		pem.readMarkers();
		return pem;
	}

	List<PemBlock> blocks() {
		return List.copyOf(this.blocks);
	}

	List<Finding> problems() {
		return List.copyOf(this.problems);
	}

	/**
	 * Tells whether BEGIN or END lines deviate from RFC 7468.
	 * @return {@code true} if some do
	 */
	boolean isIrregular() {
		return this.irregular;
	}

	private void readMarkers() {
		Matcher marker = MARKER.matcher(this.lines.text());
		int position = 0;
		while (this.problems.size() < MAXIMUM_PROBLEMS && marker.find()) {
			this.budget.requireTime();
			outside(position, marker.start());
			position = marker.end();
			if (this.count == MAXIMUM_BLOCKS) {
				this.problems.add(Finding.of(FindingCode.TOO_MANY_BLOCKS, this.place, MAXIMUM_BLOCKS));
				return;
			}
			this.irregular |= !REGULAR_MARKER.matcher(marker.group()).matches();
			if ("BEGIN".equalsIgnoreCase(marker.group(1))) {
				begin(marker);
			}
			else {
				end(marker);
			}
		}
		outside(position, this.lines.text().length());
		terminate();
	}

	private void outside(int start, int end) {
		int line = (this.begin != null) ? end : start;
		while (line < end) {
			int feed = this.lines.text().indexOf('\n', line);
			int next = (feed < 0 || feed >= end) ? end : feed + 1;
			if (!this.lines.text().substring(line, next).isBlank() && this.outside++ == 0) {
				this.firstOutside = this.lines.lineOf(line);
			}
			line = next;
		}
	}

	/**
	 * Counts the lines outside of all blocks, without blank ones.
	 * @return the number
	 */
	int outside() {
		return this.outside;
	}

	/**
	 * Returns the first line outside of all blocks.
	 * @return the line from 1, zero if there is none
	 */
	int firstOutside() {
		return this.firstOutside;
	}

	private static String label(Matcher marker) {
		return marker.group(2).strip().toUpperCase(Locale.ROOT);
	}

	private void begin(Matcher marker) {
		terminate();
		this.count++;
		this.begin = new Begin(this.count, this.lines.lineOf(marker.start()), label(marker), marker.end());
	}

	private void terminate() {
		if (this.begin != null) {
			this.problems.add(Finding.of(FindingCode.UNTERMINATED, at(this.begin)));
			this.begin = null;
		}
	}

	private Place at(Begin opened) {
		return this.place.at(opened.number(), opened.line());
	}

	private void end(Matcher marker) {
		Begin opened = this.begin;
		this.begin = null;
		int line = this.lines.lineOf(marker.start());
		if (opened == null) {
			this.problems.add(Finding.of(FindingCode.END_WITHOUT_BEGIN, this.place.at(0, line)));
		}
		else if (!opened.label().equals(label(marker))) {
			this.problems.add(Finding.of(FindingCode.END_DIFFERS, at(opened), PemBlock.shown(opened.label()),
					PemBlock.shown(label(marker)), line));
		}
		else {
			body(opened, marker.start());
		}
	}

	private void body(Begin opened, int end) {
		try {
			PemBody body = PemBody.read(this.lines, opened.bodyStart(), end);
			this.blocks
				.add(new PemBlock(opened.number(), opened.line(), opened.label(), body.encryption(), body.content()));
		}
		catch (UnreadableException ex) {
			this.problems.add(ex.at(at(opened)));
		}
	}

	/**
	 * A BEGIN line that waits for its END line.
	 */
	private record Begin(int number, int line, String label, int bodyStart) {

	}

}
