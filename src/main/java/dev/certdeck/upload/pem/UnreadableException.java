package dev.certdeck.upload.pem;

import java.util.List;

/**
 * Thrown inside of the reading when something can't be read. It holds no content.
 */
final class UnreadableException extends RuntimeException {

	private final Fault.Code code;

	private final transient List<Object> arguments;

	UnreadableException(Fault.Code code, Object... arguments) {
		super(code.name());
		this.code = code;
		this.arguments = List.of(arguments);
	}

	Fault at(Origin origin) {
		return new Fault(this.code, origin, this.arguments);
	}

}
