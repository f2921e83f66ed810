package dev.certdeck;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A server on loopback that answers an empty object over TLS.
 */
public final class TlsServer implements AutoCloseable {

	private final HttpsServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private TlsServer(HttpsServer server) {
		this.server = server;
	}

	/**
	 * Starts a server.
	 * @param pair its key and certificate
	 * @return the server
	 */
	public static TlsServer start(Pair pair) throws Exception {
		TlsServer started = new TlsServer(
				HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
		started.server.setHttpsConfigurator(new HttpsConfigurator(pair.context()));
		started.server.setExecutor(started.threads);
		started.server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 2);
			exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
			exchange.close();
		});
		started.server.start();
		return started;
	}

	/**
	 * Returns the address of the server.
	 * @return the address
	 */
	public String url() {
		return "https://localhost:" + this.server.getAddress().getPort() + "/";
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * A key and the certificate that it signed itself.
	 *
	 * @param keys the key
	 * @param certificate the certificate
	 */
	public record Pair(KeyPair keys, X509Certificate certificate) {

		/**
		 * Creates a pair that is trusted by nobody.
		 * @param host the host that the certificate is for
		 * @return the pair
		 */
		public static Pair create(String host) throws Exception {
			KeyPair keys = newKeys();
			X500Name name = new X500Name("CN=" + host);
			Instant now = Instant.now();
			return new Pair(keys, certify(host, keys, name, keys, now.minusSeconds(7200), now.plusSeconds(7200)));
		}

		/**
		 * Creates a pair that this one vouches for.
		 * @param host the host that the certificate is for
		 * @param from when it begins
		 * @param until when it ends
		 * @return the pair
		 */
		public Pair issue(String host, Instant from, Instant until) throws Exception {
			KeyPair issued = newKeys();
			X500Name issuer = new X500Name(this.certificate.getSubjectX500Principal().getName());
			return new Pair(issued, certify(host, issued, issuer, this.keys, from, until));
		}

		private static KeyPair newKeys() throws Exception {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(256);
			return generator.generateKeyPair();
		}

		private static X509Certificate certify(String host, KeyPair keys, X500Name issuer, KeyPair signer, Instant from,
				Instant until) throws Exception {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer,
					BigInteger.valueOf(System.nanoTime()), Date.from(from), Date.from(until),
					new X500Name("CN=" + host), keys.getPublic());
			builder.addExtension(Extension.subjectAlternativeName, false,
					new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(keys == signer));
			return new JcaX509CertificateConverter().getCertificate(
					builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
		}

		private SSLContext context() throws Exception {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("server", this.keys.getPrivate(), new char[0],
					List.of(this.certificate).toArray(Certificate[]::new));
			KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			managers.init(store, new char[0]);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(managers.getKeyManagers(), null, null);
			return context;
		}

	}

}
