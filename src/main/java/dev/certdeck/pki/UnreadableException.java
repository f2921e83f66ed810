package dev.certdeck.pki;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Thrown inside of the reading when something can't be read. It holds no content.
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
	 * Finds what was thrown below exceptions of a library.
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
