package dev.certdeck.tencent.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The times of both dialects. They come as {@code 2026-12-20 07:59:59} without a zone and
 * mean GMT+8 (API 3.0 says so, of the same columns as API 2.0 has). Whatever else is a
 * date by ISO 8601 is read as well, with slashes too and with the offset that it names; a
 * date alone is its first second, for something may end at any time of that day.
 */
public class CloudTime {

	private static final int LONGEST = 64;

	private static final Pattern NONE = Pattern.compile("-*|null|0000[-/.]?00[-/.]?00.*|0001-01-01.*");

	private static final Pattern SEPARATORS = Pattern.compile("^\\+?(\\d{4,5})[/.](\\d{1,2})[/.](\\d{1,2})(?!\\d)");

	private static final Pattern BASIC_TIME = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})T?(\\d{2})(\\d{2})(\\d{2})");

	private static final Pattern BASIC_DATE = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");

	private static final Pattern ZONE_NAME = Pattern.compile("(?: ?CST|\\[[\\w/+-]*])$");

	private static final Pattern OFFSET = Pattern.compile(" ?(?:UTC|GMT)?(?=[+-]\\d{1,2}:?\\d*$)");

	private static final Pattern SHORT_OFFSET = Pattern.compile("([+-])(\\d)(?=:\\d\\d$|$)");

	private static final Pattern BASIC_OFFSET = Pattern.compile("([+-]\\d\\d)(\\d\\d)$");

	private static final Pattern UTC = Pattern.compile(" ?(?:UTC|GMT)$");

	private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().parseCaseInsensitive()
		.appendValue(ChronoField.YEAR, 4, 5, SignStyle.NEVER)
		.appendPattern("-M-d[[ ]['T']H:m[:s")
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
		.appendPattern("]][")
		.appendOffset("+HH:mm", "Z")
		.appendPattern("]")
		.parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
		.parseDefaulting(ChronoField.OFFSET_SECONDS, ZoneOffset.ofHours(8).getTotalSeconds())
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private final UnreadableTimes unreadable = new UnreadableTimes();

	/**
	 * Tells whether a text stands for no time at all.
	 * @param text the time as the cloud writes it
	 * @return {@code true} for nothing, hyphens and dates of zeros
	 */
	static boolean isNone(String text) {
		return NONE.matcher(text.strip()).matches();
	}

	/**
	 * Reads a time.
	 * @param text the time as the cloud writes it
	 * @return the instant, absent where the text means none or can't be read
	 */
	public @Nullable Instant read(String text) {
		if (isNone(text)) {
			return null;
		}
		try {
			return FORMAT.parse(usual(text.strip()), Instant::from);
		}
		catch (DateTimeParseException ex) {
			this.unreadable.report(text);
			return null;
		}
	}

	private static String usual(String text) {
		if (text.length() > LONGEST) {
			return "";
		}
		String time = SEPARATORS.matcher(text).replaceFirst("$1-$2-$3").replace(',', '.');
		time = BASIC_TIME.matcher(time).replaceFirst("$1-$2-$3 $4:$5:$6");
		time = BASIC_DATE.matcher(time).replaceFirst("$1-$2-$3");
		return withUsualZone(time);
	}

	private static String withUsualZone(String text) {
		String time = ZONE_NAME.matcher(text).replaceFirst("");
		time = UTC.matcher(time).replaceFirst("Z");
		time = OFFSET.matcher(time).replaceFirst("");
		time = SHORT_OFFSET.matcher(time).replaceFirst("$10$2");
		return BASIC_OFFSET.matcher(time).replaceFirst("$1:$2");
	}

}
