package dev.certdeck.upload.pem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The blocks of a text in PEM (RFC 7468, section 2, read as tolerantly as people write
 * it) and what is wrong between them.
 */
final class PemText {

	/**
	 * The length of the longest text that is read, in characters.
	 */
	static final int MAXIMUM_LENGTH = 1 << 20;

	private static final int MAXIMUM_BLOCKS = 200;

	/**
	 * The number of faults after which nothing more is read.
	 */
	static final int MAXIMUM_FAULTS = 10;

	private static final Pattern MARKER = Pattern.compile("-----(BEGIN|END) ([A-Z0-9 ]{1,64})-----");

	private final Lines lines;

	private final List<PemBlock> blocks = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	private @Nullable Begin begin;

	private int count;

	private PemText(Lines lines) {
		this.lines = lines;
	}

	/**
	 * Reads a text.
	 * @param text any text
	 * @return its blocks and faults, at least one of either
	 */
	static PemText read(String text) {
		if (text.length() > MAXIMUM_LENGTH) {
			return failed(Fault.of(Fault.Code.TOO_LARGE, MAXIMUM_LENGTH / 1024));
		}
		PemText pem = new PemText(new Lines(text));
		pem.readMarkers();
		if (pem.count == 0 && pem.faults.isEmpty()) {
			pem.faults.add(NotPem.recognise(pem.lines));
		}
		return pem;
	}

	private static PemText failed(Fault fault) {
		PemText pem = new PemText(new Lines(""));
		pem.faults.add(fault);
		return pem;
	}

	List<PemBlock> blocks() {
		return List.copyOf(this.blocks);
	}

	List<Fault> faults() {
		return List.copyOf(this.faults);
	}

	private void readMarkers() {
		Matcher marker = MARKER.matcher(this.lines.text());
		while (this.faults.size() < MAXIMUM_FAULTS && marker.find()) {
			if (this.count == MAXIMUM_BLOCKS) {
				this.faults.add(Fault.of(Fault.Code.TOO_MANY_BLOCKS, MAXIMUM_BLOCKS));
				return;
			}
			if ("BEGIN".equals(marker.group(1))) {
				begin(marker);
			}
			else {
				end(marker);
			}
		}
		terminate();
	}

	private void begin(Matcher marker) {
		terminate();
		this.count++;
		this.begin = new Begin(this.count, this.lines.lineOf(marker.start()), marker.group(2).strip(), marker.end());
	}

	private void terminate() {
		if (this.begin != null) {
			this.faults.add(Fault.of(Fault.Code.UNTERMINATED, this.begin.number(), this.begin.line()));
			this.begin = null;
		}
	}

	private void end(Matcher marker) {
		Begin opened = this.begin;
		this.begin = null;
		int line = this.lines.lineOf(marker.start());
		String label = marker.group(2).strip();
		if (opened == null) {
			this.faults.add(Fault.of(Fault.Code.END_WITHOUT_BEGIN, line));
		}
		else if (!opened.label().equals(label)) {
			this.faults.add(Fault.of(Fault.Code.END_DIFFERS, opened.number(), line, opened.label(), label));
		}
		else {
			body(opened, marker.start());
		}
	}

	private void body(Begin opened, int end) {
		PemBody body = PemBody.read(this.lines, opened.number(), opened.bodyStart(), end);
		if (body.fault() != null) {
			this.faults.add(body.fault());
		}
		else {
			this.blocks
				.add(new PemBlock(opened.number(), opened.line(), opened.label(), body.encrypted(), body.content()));
		}
	}

	/**
	 * A BEGIN line whose END line is still to come.
	 */
	private record Begin(int number, int line, String label, int bodyStart) {

	}

}
