package dev.certdeck.security;

import java.nio.file.Files;
import java.nio.file.Path;

import javax.net.ssl.SSLContext;

import dev.certdeck.http.InvalidSettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Trusts the identity provider's TLS certificate.
 */
final class ProviderTrust {

	private ProviderTrust() {
	}

	/**
	 * Trusts the authorities of a file alone, or those of the Java runtime.
	 * @param file certificates as PEM, absent for those of the Java runtime
	 * @return the context of connections to the provider
	 * @throws InvalidSettingException if the file can't be read or holds no certificate
	 */
	static SSLContext context(@Nullable Path file) {
		if (file == null) {
			return SslBundle.systemDefault().createSslContext();
		}
		if (!Files.isReadable(file)) {
			throw new InvalidSettingException("certdeck.sso.ca-file is %s, which can't be read".formatted(file), null);
		}
		try {
			PemSslStoreDetails authorities = PemSslStoreDetails.forCertificates(file.toUri().toString());
			return SslBundle.of(new PemSslStoreBundle(null, authorities)).createSslContext();
		}
		catch (RuntimeException ex) {
			throw new InvalidSettingException(
					"certdeck.sso.ca-file is %s, which holds no certificates as PEM".formatted(file), ex);
		}
	}

}
