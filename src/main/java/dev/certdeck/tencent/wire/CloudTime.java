package dev.certdeck.tencent.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The times of both dialects, which come without a zone and mean GMT+8 (API 3.0 says so,
 * of the same columns as API 2.0 has).
 */
public class CloudTime {

	private static final Logger logger = LoggerFactory.getLogger(CloudTime.class);

	private static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd H:m:s", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	private static final String NO_DATE = "0000-00-00";

	private static final String NOTHING = "--";

	private final AtomicBoolean unreadableSeen = new AtomicBoolean();

	/**
	 * Reads a time.
	 * @param text the time as the cloud writes it
	 * @return the instant, absent where the text means none or can't be read
	 */
	public @Nullable Instant read(String text) {
		String time = text.strip();
		if (time.isEmpty() || time.startsWith(NO_DATE) || time.equals(NOTHING)) {
			return null;
		}
		try {
			return LocalDateTime.parse(time, FORMAT).toInstant(OFFSET);
		}
		catch (DateTimeParseException ex) {
			if (this.unreadableSeen.compareAndSet(false, true)) {
				logger.warn("Tencent Cloud gave a time that can't be read; it and others like it count as absent");
			}
			return null;
		}
	}

}
