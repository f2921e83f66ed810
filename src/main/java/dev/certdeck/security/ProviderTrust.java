package dev.certdeck.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that are trusted for connections to the identity provider.
 */
final class ProviderTrust {

	private ProviderTrust() {
	}

	/**
	 * Trusts the authorities of a file and nobody else, or those that Java knows.
	 * @param file certificates as PEM, absent for those that Java knows
	 * @return the context of connections to the provider
	 * @throws SsoSettingException if the file can't be read or holds no certificate
	 */
	static SSLContext context(@Nullable Path file) {
		try {
			if (file == null) {
				return SSLContext.getDefault();
			}
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(store(file));
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		for (Certificate certificate : certificates(file)) {
			store.setCertificateEntry("ca-" + store.size(), certificate);
		}
		return store;
	}

	private static Collection<? extends Certificate> certificates(Path file) {
		try (InputStream content = Files.newInputStream(file)) {
			Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
				.generateCertificates(content);
			if (certificates.isEmpty()) {
				throw new CertificateException("Empty");
			}
			return certificates;
		}
		catch (IOException ex) {
			throw new SsoSettingException("ca-file", "%s, which can't be read".formatted(file), ex);
		}
		catch (CertificateException ex) {
			throw new SsoSettingException("ca-file", "%s, which holds no certificates as PEM".formatted(file), ex);
		}
	}

}
