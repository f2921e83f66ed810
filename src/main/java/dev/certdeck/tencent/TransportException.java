package dev.certdeck.tencent;

import org.jspecify.annotations.Nullable;

/**
 * Failure of an HTTP exchange.
 */
class TransportException extends Exception {

	private final Stage stage;

	TransportException(Stage stage, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.stage = stage;
	}

	Stage stage() {
		return this.stage;
	}

	/**
	 * How far the exchange came.
	 */
	enum Stage {

		/**
		 * Nothing of the request can have reached the other side.
		 */
		NOT_SENT,

		/**
		 * The request may have arrived, no whole answer came back.
		 */
		UNANSWERED,

		/**
		 * There was an answer, but not one to read.
		 */
		UNREADABLE

	}

}
