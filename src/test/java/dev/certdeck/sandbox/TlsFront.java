package dev.certdeck.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/**
 * Ends TLS in front of a server that speaks plain HTTP.
 */
class TlsFront implements AutoCloseable {

	private final SSLContext tls;

	private final SSLServerSocket server;

	private final int target;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	TlsFront(int target) {
		this.target = target;
		try {
			this.tls = context();
			this.server = (SSLServerSocket) this.tls.getServerSocketFactory()
				.createServerSocket(0, 0, InetAddress.getLoopbackAddress());
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.threads.execute(this::serve);
	}

	private static SSLContext context() throws GeneralSecurityException, IOException {
		TestMaterial material = TestMaterial.elliptic("localhost");
		Certificate certificate = new JcaX509CertificateConverter().getCertificate(material.certificate());
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("localhost", material.keys().getPrivate(), new char[0], new Certificate[] { certificate });
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("localhost", certificate);
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
		return context;
	}

	String authority() {
		return "localhost:" + this.server.getLocalPort();
	}

	SSLSocketFactory trusting() {
		return this.tls.getSocketFactory();
	}

	private void serve() {
		try {
			while (!this.server.isClosed()) {
				Socket client = this.server.accept();
				Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.threads.execute(() -> copy(client, upstream));
				this.threads.execute(() -> copy(upstream, client));
			}
		}
		catch (IOException ex) {
			if (!this.server.isClosed()) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			in.transferTo(out);
		}
		catch (IOException ex) {
			// The other direction has ended already.
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.threads.shutdownNow();
	}

}
