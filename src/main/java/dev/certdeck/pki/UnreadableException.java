package dev.certdeck.pki;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Thrown by a reader when something can't be read. It never holds content.
 */
final class UnreadableException extends RuntimeException {

	private final FindingCode code;

	private final transient List<Object> arguments;

	UnreadableException(FindingCode code, Object... arguments) {
		super(code.name());
		this.code = code;
		this.arguments = List.of(arguments);
	}

	/**
	 * Finds an exception of this class among the causes of another one.
	 * @param failure the library's exception
	 * @return the exception, if there is one
	 */
	static Optional<UnreadableException> below(Exception failure) {
		return Stream.<Throwable>iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.filter(UnreadableException.class::isInstance)
			.map(UnreadableException.class::cast)
			.findFirst();
	}

	Finding at(Place place) {
		return new Finding(this.code, place, this.arguments);
	}

}
