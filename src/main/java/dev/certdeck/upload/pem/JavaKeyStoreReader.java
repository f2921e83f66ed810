package dev.certdeck.upload.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Unpacks a Java key store in the format JKS.
 */
final class JavaKeyStoreReader {

	private final Harvest harvest;

	private final Opener opener;

	private int number;

	JavaKeyStoreReader(Harvest harvest, Opener opener) {
		this.harvest = harvest;
		this.opener = opener;
	}

	/**
	 * Reads a key store.
	 * @param content its content
	 * @param origin where it stands
	 * @throws UnreadableException if it is damaged or can't be opened
	 */
	void read(byte[] content, Origin origin) {
		int certificates = this.harvest.certificateCount();
		int keys = this.harvest.keyCount();
		try {
			KeyStore store = open(content);
			for (String alias : Collections.list(store.aliases())) {
				read(store, alias, origin);
			}
		}
		catch (GeneralSecurityException ex) {
			throw new UnreadableException(Fault.Code.UNREADABLE_CONTAINER);
		}
		if (this.number == 0) {
			throw new UnreadableException(Fault.Code.EMPTY_CONTAINER);
		}
		this.harvest.change(Change.of(Change.Code.JAVA_KEY_STORE, origin,
				this.harvest.certificateCount() - certificates, this.harvest.keyCount() - keys));
	}

	private KeyStore open(byte[] content) throws GeneralSecurityException {
		boolean closed = this.opener.passphrase().isEmpty();
		KeyStore store = KeyStore.getInstance("JKS");
		try {
			store.load(new ByteArrayInputStream(content), closed ? null : this.opener.passphrase().content());
			return store;
		}
		catch (IOException ex) {
			throw new UnreadableException((ex.getCause() instanceof UnrecoverableKeyException)
					? Fault.Code.WRONG_PASSWORD : Fault.Code.UNREADABLE_CONTAINER);
		}
		catch (RuntimeException ex) {
			throw new UnreadableException(Fault.Code.UNREADABLE_CONTAINER);
		}
	}

	private void read(KeyStore store, String alias, Origin origin) throws GeneralSecurityException {
		if (store.isKeyEntry(alias)) {
			key(store, alias, origin);
			for (Certificate certificate : chain(store, alias)) {
				certificate(certificate, origin);
			}
		}
		else {
			certificate(store.getCertificate(alias), origin);
		}
	}

	private static Certificate[] chain(KeyStore store, String alias) throws GeneralSecurityException {
		Certificate @Nullable [] chain = store.getCertificateChain(alias);
		return (chain != null) ? chain : new Certificate[0];
	}

	private void certificate(@Nullable Certificate certificate, Origin origin) throws GeneralSecurityException {
		if (certificate != null && !this.harvest.isFull()) {
			this.harvest.certificate(certificate.getEncoded(), origin.at(++this.number, 0));
		}
	}

	private void key(KeyStore store, String alias, Origin origin) throws GeneralSecurityException {
		if (this.opener.passphrase().isEmpty()) {
			throw new UnreadableException(Fault.Code.PASSWORD_MISSING);
		}
		if (this.harvest.isFull()) {
			return;
		}
		try {
			Key key = store.getKey(alias, this.opener.passphrase().content());
			if (key != null && key.getEncoded() != null) {
				this.harvest.key(key.getEncoded(), Optional.empty(), origin.at(++this.number, 0));
			}
		}
		catch (UnrecoverableKeyException ex) {
			throw new UnreadableException(Fault.Code.WRONG_PASSPHRASE);
		}
	}

}
