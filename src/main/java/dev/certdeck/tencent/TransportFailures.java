package dev.certdeck.tencent;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

import javax.net.ssl.SSLHandshakeException;

import dev.certdeck.tencent.TransportException.Stage;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBufferLimitException;

/**
 * Tells from what the HTTP client throws how far an exchange came.
 */
class TransportFailures {

	private final Duration connectTimeout;

	private final int maxAnswerBytes;

	TransportFailures(Duration connectTimeout, int maxAnswerBytes) {
		this.connectTimeout = connectTimeout;
		this.maxAnswerBytes = maxAnswerBytes;
	}

	static TransportException late(Duration limit) {
		return new TransportException(Stage.UNANSWERED,
				"no whole answer within %d ms".formatted(Math.max(1, limit.toMillis())), null);
	}

	static TransportException interrupted(InterruptedException cause) {
		return new TransportException(Stage.UNANSWERED, "the wait for the answer was interrupted", cause);
	}

	TransportException of(@Nullable Throwable thrown) {
		if (find(thrown, HttpConnectTimeoutException.class) != null) {
			return notSent("no connection within %d ms".formatted(this.connectTimeout.toMillis()), thrown);
		}
		if (find(thrown, UnresolvedAddressException.class) != null) {
			return notSent("the host is not known", thrown);
		}
		if (find(thrown, ConnectException.class) != null) {
			return notSent("no connection could be made", thrown);
		}
		SSLHandshakeException handshake = find(thrown, SSLHandshakeException.class);
		if (handshake != null) {
			return notSent("no trusted connection: " + RemoteText.readable(handshake.getMessage()), thrown);
		}
		if (find(thrown, DataBufferLimitException.class) != null) {
			return unreadable("the answer is larger than %d bytes".formatted(this.maxAnswerBytes), thrown);
		}
		if (find(thrown, ProtocolException.class) != null) {
			return unreadable("the answer is not HTTP", thrown);
		}
		return new TransportException(Stage.UNANSWERED, "the connection was cut before the whole answer", thrown);
	}

	private static TransportException notSent(String message, @Nullable Throwable cause) {
		return new TransportException(Stage.NOT_SENT, message, cause);
	}

	private static TransportException unreadable(String message, @Nullable Throwable cause) {
		return new TransportException(Stage.UNREADABLE, message, cause);
	}

	private static <T extends Throwable> @Nullable T find(@Nullable Throwable thrown, Class<T> type) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
