package dev.certdeck.list;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Parses the parameters of a URL and keeps the names of those that are invalid.
 */
final class QueryParameters {

	private static final int LONGEST_TEXT = 500;

	private final MultiValueMap<String, String> parameters;

	private final Set<String> ignored = new LinkedHashSet<>();

	QueryParameters(MultiValueMap<String, String> parameters) {
		this.parameters = parameters;
	}

	List<String> ignored() {
		return List.copyOf(this.ignored);
	}

	String text(String name) {
		String text = nonBlank(name);
		return (text != null) ? Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT) : "";
	}

	@Nullable String nonBlank(String name) {
		return one(name, (text) -> (text.length() <= LONGEST_TEXT) ? Optional.of(text.strip()) : Optional.empty());
	}

	<E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
		return one(name,
				(text) -> Stream.of(type.getEnumConstants())
					.filter((constant) -> constant.name().equalsIgnoreCase(text))
					.findFirst());
	}

	@Nullable Boolean yesOrNo(String name) {
		return one(name, (text) -> switch (text) {
			case "yes" -> Optional.of(true);
			case "no" -> Optional.of(false);
			default -> Optional.empty();
		});
	}

	Set<CertificateStatus> statuses(String name) {
		Set<CertificateStatus> statuses = new LinkedHashSet<>();
		for (String text : this.parameters.getOrDefault(name, List.of())) {
			parse(name, text, (code) -> Numbers.parse(code, Integer.MIN_VALUE, Integer.MAX_VALUE))
				.map(CertificateStatus::new)
				.ifPresent(statuses::add);
		}
		return Set.copyOf(statuses);
	}

	<T> @Nullable T one(String name, Function<String, Optional<T>> parser) {
		return parse(name, this.parameters.getFirst(name), parser).orElse(null);
	}

	private <T> Optional<T> parse(String name, @Nullable String text, Function<String, Optional<T>> parser) {
		if (text == null || text.isBlank()) {
			return Optional.empty();
		}
		Optional<T> value = parser.apply(text);
		if (value.isEmpty()) {
			this.ignored.add(name);
		}
		return value;
	}

	/**
	 * Decodes parameters as they are written in a URL; those that can't be decoded are
	 * left out.
	 * @param encoded the encoded parameters
	 * @return the parameters
	 */
	static MultiValueMap<String, String> decoded(MultiValueMap<String, String> encoded) {
		MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
		encoded.forEach((name, values) -> values.stream()
			.map(QueryParameters::decode)
			.flatMap(Optional::stream)
			.forEach((value) -> decoded.add(name, value)));
		return decoded;
	}

	private static Optional<String> decode(@Nullable String text) {
		try {
			return Optional.ofNullable(text).map((value) -> UriUtils.decode(value, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
