package dev.certdeck.sandbox.v2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The parameters of a request. The names {@code a_b} and {@code a.b} are the same; a name
 * given twice has its last value.
 */
class V2Parameters {

	private final Map<String, String> asSent;

	private final Map<String, String> byName = new LinkedHashMap<>();

	V2Parameters(Map<String, String> asSent) {
		this.asSent = Collections.unmodifiableMap(new LinkedHashMap<>(asSent));
		asSent.forEach((name, value) -> this.byName.put(dotted(name), value));
	}

	static String dotted(String name) {
		return name.replace('_', '.');
	}

	/**
	 * Returns the parameters by their names in the request.
	 * @return the parameters
	 */
	Map<String, String> asSent() {
		return this.asSent;
	}

	Optional<String> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	Optional<String> text(String name) {
		return find(name).filter((value) -> !value.isEmpty());
	}

	String required(String name) {
		return text(name).orElseThrow(() -> V2Exception.missing(name));
	}

	int integer(String name, int fallback, int least, int most) {
		int value = parsed(name, Integer::valueOf).orElse(fallback);
		if (value < least || value > most) {
			throw V2Exception.illFormed(name);
		}
		return value;
	}

	long unsigned(String name) {
		required(name);
		long value = parsed(name, Long::valueOf).orElseThrow();
		if (value < 0) {
			throw V2Exception.illFormed(name);
		}
		return value;
	}

	private <T extends Number> Optional<T> parsed(String name, Function<String, T> parser) {
		try {
			return text(name).map(parser);
		}
		catch (NumberFormatException ex) {
			throw V2Exception.illFormed(name);
		}
	}

	/**
	 * Returns the values of an array parameter, such as {@code certIds.0} and
	 * {@code certIds.1}.
	 * @param name the name of the array
	 * @return the values in the order of their numbers
	 */
	List<String> array(String name) {
		Map<Integer, String> values = new TreeMap<>();
		String prefix = name + ".";
		this.byName.forEach((key, value) -> {
			if (key.startsWith(prefix) && key.substring(prefix.length()).matches("\\d{1,9}")) {
				values.put(Integer.valueOf(key.substring(prefix.length())), value);
			}
		});
		return new ArrayList<>(values.values());
	}

}
