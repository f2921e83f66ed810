package dev.certdeck.web;

import java.net.SocketTimeoutException;
import java.util.stream.Stream;

/**
 * Tells a body that came too slowly from one that makes no sense.
 */
final class SlowBody {

	private SlowBody() {
	}

	static boolean isBehind(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch(SocketTimeoutException.class::isInstance);
	}

}
