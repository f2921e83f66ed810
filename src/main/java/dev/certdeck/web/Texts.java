package dev.certdeck.web;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Validity;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Writes all texts, each argument by its type: instants in the team's zone as the pattern
 * says ({@code {0,time,full}}, see {@link Times}), durations in the unit that matters,
 * collections as lists, enum constants by the message that is named after type and
 * constant, such as {@code audit-outcome.done}. A request is answered in its language. A
 * thread without a request, such as that of a deletion, writes in the default language,
 * so that the audit trail is written in one language.
 */
public class Texts extends ResourceBundleMessageSource {

	private static final int MOST_CONSTANTS = 4;

	private static final Pattern TIME = Pattern.compile("\\{(\\d),time,([a-z-]+)}");

	private final Times times;

	private final Locale language;

	/**
	 * Creates the texts.
	 * @param times writes instants
	 * @param language the default language
	 */
	public Texts(Times times, Locale language) {
		this.times = times;
		this.language = language;
		setBasename("messages");
		setDefaultEncoding("UTF-8");
		setFallbackToSystemLocale(false);
		setAlwaysUseMessageFormat(true);
	}

	/**
	 * Writes a text.
	 * @param code the key of its pattern
	 * @param arguments the values for the pattern
	 * @return the text
	 */
	public String text(String code, Object... arguments) {
		return getMessage(code, arguments, language());
	}

	/**
	 * Writes the text of the first code that has a pattern.
	 * @param codes the keys of patterns
	 * @param arguments the values for the pattern
	 * @return the text
	 */
	public String text(List<String> codes, List<?> arguments) {
		return getMessage(new DefaultMessageSourceResolvable(codes.toArray(String[]::new), arguments.toArray()),
				language());
	}

	/**
	 * Writes a value by its type.
	 * @param value the value
	 * @return the text
	 */
	public String of(Object value) {
		return of(value, language());
	}

	/**
	 * Writes the end of a validity, which may be missing (see {@link Validity#NO_END}).
	 * @param until the end, absent if it is not known
	 * @param style how to write it, a style of {@link Times}
	 * @return the instant, or that there is none or it is not known
	 */
	public String end(@Nullable Instant until, String style) {
		if (until == null) {
			return text("end.unknown");
		}
		return until.isBefore(Validity.NO_END) ? this.times.style(style).format(until) : text("end.none");
	}

	private Locale language() {
		return (LocaleContextHolder.getLocaleContext() != null) ? LocaleContextHolder.getLocale() : this.language;
	}

	private String of(Object value, Locale locale) {
		if (value instanceof Message message) {
			return getMessage(message.code(), message.arguments().toArray(), locale);
		}
		if (value instanceof Collection<?> parts) {
			return list(parts, locale);
		}
		if (value instanceof Enum<?> constant) {
			return getMessage(prefix(constant) + "." + Message.key(constant), null, locale);
		}
		if (value instanceof Duration duration) {
			return duration(duration, locale);
		}
		if (value instanceof Message.Recent recent) {
			return this.times.recent(recent.instant(), recent.present());
		}
		if (value instanceof Number number) {
			return NumberFormat.getInstance(locale).format(number);
		}
		return (value instanceof DomainName name) ? name.unicode() : value.toString();
	}

	private String list(Collection<?> values, Locale locale) {
		List<?> sorted = values.stream().sorted((one, other) -> order(one) - order(other)).toList();
		List<String> parts = sorted.stream().map((part) -> of(part, locale)).toList();
		if (parts.size() < 2) {
			return String.join("", parts);
		}
		if (sorted.get(0) instanceof Enum<?> constant && parts.size() > MOST_CONSTANTS) {
			int named = MOST_CONSTANTS - 2;
			return of(Message.of(prefix(constant) + ".more", joined(parts, named), parts.size() - named), locale);
		}
		int last = parts.size() - 1;
		return of(Message.of("list.and", joined(parts, last), parts.get(last)), locale);
	}

	private static Object joined(List<String> parts, int number) {
		return Message.join("list.comma", parts.stream().limit(number));
	}

	private static int order(@Nullable Object value) {
		return (value instanceof Enum<?> constant) ? constant.ordinal() : 0;
	}

	private static String prefix(Enum<?> constant) {
		String type = constant.getDeclaringClass().getName();
		return type.substring(type.lastIndexOf('.') + 1)
			.replace('$', '.')
			.replaceAll("(?<=[a-z])(?=[A-Z])", "-")
			.toLowerCase(Locale.ROOT);
	}

	private String duration(Duration duration, Locale locale) {
		if (duration.toMinutes() < 1) {
			return of(Message.of("duration.seconds", duration.toSeconds()), locale);
		}
		return of((duration.toHours() < 1) ? Message.of("duration.minutes", duration.toMinutes())
				: Message.of("duration.hours", duration.toHours()), locale);
	}

	@Override
	protected Object[] resolveArguments(Object @Nullable [] arguments, @Nullable Locale locale) {
		Locale known = Objects.requireNonNullElse(locale, this.language);
		return Arrays.stream(super.resolveArguments(arguments, locale))
			.map((argument) -> isFormatted(argument) ? argument : of(Objects.requireNonNull(argument), known))
			.toArray();
	}

	/**
	 * Tells whether a value is left to the format that the pattern names.
	 * @param value the value
	 * @return {@code true} for numbers and instants
	 */
	private static boolean isFormatted(@Nullable Object value) {
		return value == null || value instanceof Number || value instanceof Instant;
	}

	@Override
	protected MessageFormat createMessageFormat(String pattern, @Nullable Locale locale) {
		MessageFormat format = super.createMessageFormat(TIME.matcher(pattern).replaceAll("{$1}"), locale);
		TIME.matcher(pattern)
			.results()
			.forEach((time) -> format.setFormatByArgumentIndex(Integer.parseInt(time.group(1)),
					this.times.style(time.group(2)).toFormat()));
		return format;
	}

}
