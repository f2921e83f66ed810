package dev.certdeck.tencent;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;

import javax.net.ssl.SSLHandshakeException;

import dev.certdeck.tencent.TransportException.Stage;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBufferLimitException;

/**
 * Translates exceptions of the HTTP client.
 */
class TransportFailures {

	private static final Log logger = LogFactory.getLog(TransportFailures.class);

	private final Duration connectTimeout;

	private final int maxResponseBytes;

	TransportFailures(Duration connectTimeout, int maxResponseBytes) {
		this.connectTimeout = connectTimeout;
		this.maxResponseBytes = maxResponseBytes;
	}

	static TransportException late(Duration limit) {
		return new TransportException(Stage.UNANSWERED,
				"no whole answer within %d ms".formatted(Math.max(1, limit.toMillis())), null);
	}

	static TransportException interrupted(InterruptedException cause) {
		return new TransportException(Stage.UNANSWERED, "the wait for the answer was interrupted", cause);
	}

	TransportException of(@Nullable Throwable thrown) {
		SSLHandshakeException handshake = find(thrown, SSLHandshakeException.class);
		if (handshake != null) {
			logger.warn("No trusted connection: " + RemoteText.readable(handshake.getMessage()));
			return notSent("no trusted connection: " + distrust(handshake), thrown);
		}
		if (find(thrown, HttpConnectTimeoutException.class) != null) {
			return notSent("no connection within %d ms".formatted(this.connectTimeout.toMillis()), thrown);
		}
		if (find(thrown, UnresolvedAddressException.class) != null) {
			return notSent("the host is not known", thrown);
		}
		if (find(thrown, ConnectException.class) != null) {
			return notSent("no connection could be made", thrown);
		}
		if (find(thrown, DataBufferLimitException.class) != null) {
			return unreadable("the answer is larger than %d bytes".formatted(this.maxResponseBytes), thrown);
		}
		if (find(thrown, ProtocolException.class) != null) {
			return unreadable("the answer is not HTTP", thrown);
		}
		return new TransportException(Stage.UNANSWERED, "the connection was cut before the whole answer", thrown);
	}

	private static String distrust(SSLHandshakeException handshake) {
		CertPathValidatorException invalid = find(handshake, CertPathValidatorException.class);
		Reason reason = (invalid != null) ? invalid.getReason() : BasicReason.UNSPECIFIED;
		if (reason == BasicReason.EXPIRED || find(handshake, CertificateExpiredException.class) != null) {
			return "by the clock of this machine the server's certificate is expired";
		}
		if (reason == BasicReason.NOT_YET_VALID || find(handshake, CertificateNotYetValidException.class) != null) {
			return "by the clock of this machine the server's certificate is not valid yet";
		}
		if (reason == BasicReason.REVOKED) {
			return "the server's certificate is revoked";
		}
		if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
			return "the server's certificate uses an algorithm or a key that is too weak";
		}
		if (invalid != null || find(handshake, CertPathBuilderException.class) != null) {
			return "the server's certificate comes from no authority that is trusted here";
		}
		return (find(handshake, CertificateException.class) != null) ? "the server's certificate is not for this host"
				: "the two sides could not agree on TLS";
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
