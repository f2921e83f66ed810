package dev.certdeck.security;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/**
 * Describes why a connection to the identity provider failed. Java's own message is for
 * the log alone.
 */
final class ConnectionProblem {

	private ConnectionProblem() {
	}

	/**
	 * Describes a failure, as the continuation of a sentence about the provider.
	 * @param failure the failure
	 * @return the description
	 */
	static String of(IOException failure) {
		if (has(failure, SSLException.class)) {
			return "can't be trusted: " + distrust(failure);
		}
		if (has(failure, UnresolvedAddressException.class)) {
			return "could not be reached: its host is not known";
		}
		if (has(failure, HttpTimeoutException.class)) {
			return "did not answer in time";
		}
		return has(failure, ConnectException.class) ? "could not be reached: no connection could be made"
				: "broke off before its answer was whole";
	}

	private static String distrust(IOException failure) {
		if (has(failure, CertificateExpiredException.class) || isFor(failure, BasicReason.EXPIRED)) {
			return "by the clock of this machine its certificate is expired";
		}
		if (has(failure, CertificateNotYetValidException.class) || isFor(failure, BasicReason.NOT_YET_VALID)) {
			return "by the clock of this machine its certificate is not valid yet";
		}
		if (isFor(failure, BasicReason.REVOKED)) {
			return "its certificate is revoked";
		}
		if (isFor(failure, BasicReason.ALGORITHM_CONSTRAINED)) {
			return "its certificate uses an algorithm or a key that is too weak";
		}
		if (has(failure, CertPathBuilderException.class) || has(failure, CertPathValidatorException.class)) {
			return "its certificate comes from no authority that is trusted here (certdeck.sso.ca-file)";
		}
		return has(failure, CertificateException.class) ? "its certificate is not for this host"
				: "the two sides could not agree on TLS";
	}

	private static boolean isFor(Throwable failure, BasicReason reason) {
		return causes(failure)
			.anyMatch((cause) -> cause instanceof CertPathValidatorException invalid && invalid.getReason() == reason);
	}

	private static boolean has(Throwable failure, Class<? extends Throwable> type) {
		return causes(failure).anyMatch(type::isInstance);
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause);
	}

}
