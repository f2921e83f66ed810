package dev.certdeck.pki;

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

	private final ParsedInputBuilder builder;

	private final Decryptor decryptor;

	private int number;

	JavaKeyStoreReader(ParsedInputBuilder builder, Decryptor decryptor) {
		this.builder = builder;
		this.decryptor = decryptor;
	}

	void read(byte[] content, Place place) {
		int certificates = this.builder.certificateCount();
		int keys = this.builder.keyCount();
		try {
			KeyStore store = open(content);
			for (String alias : Collections.list(store.aliases())) {
				read(store, alias, place);
			}
		}
		catch (GeneralSecurityException ex) {
			throw new UnreadableException(FindingCode.UNREADABLE_CONTAINER);
		}
		if (this.number == 0) {
			throw new UnreadableException(FindingCode.EMPTY_CONTAINER);
		}
		this.builder.note(FindingCode.JAVA_KEY_STORE, place, this.builder.certificateCount() - certificates,
				this.builder.keyCount() - keys);
	}

	private KeyStore open(byte[] content) throws GeneralSecurityException {
		boolean closed = this.decryptor.passphrase().isEmpty();
		KeyStore store = KeyStore.getInstance("JKS");
		try {
			store.load(new ByteArrayInputStream(content), closed ? null : this.decryptor.passphrase().content());
			return store;
		}
		catch (IOException ex) {
			throw new UnreadableException((ex.getCause() instanceof UnrecoverableKeyException)
					? FindingCode.WRONG_PASSWORD : FindingCode.UNREADABLE_CONTAINER);
		}
		catch (RuntimeException ex) {
			throw new UnreadableException(FindingCode.UNREADABLE_CONTAINER);
		}
	}

	private void read(KeyStore store, String alias, Place place) throws GeneralSecurityException {
		if (store.isKeyEntry(alias)) {
			key(store, alias, place);
			for (Certificate certificate : chain(store, alias)) {
				certificate(certificate, place);
			}
		}
		else {
			certificate(store.getCertificate(alias), place);
		}
	}

	private static Certificate[] chain(KeyStore store, String alias) throws GeneralSecurityException {
		Certificate @Nullable [] chain = store.getCertificateChain(alias);
		return (chain != null) ? chain : new Certificate[0];
	}

	private void certificate(@Nullable Certificate certificate, Place place) throws GeneralSecurityException {
		if (certificate != null && !this.builder.isFull()) {
			this.builder.certificate(certificate.getEncoded(), place.at(++this.number, 0));
		}
	}

	private void key(KeyStore store, String alias, Place place) throws GeneralSecurityException {
		if (this.decryptor.passphrase().isEmpty()) {
			throw new UnreadableException(FindingCode.PASSWORD_MISSING);
		}
		if (this.builder.isFull()) {
			return;
		}
		try {
			Key key = store.getKey(alias, this.decryptor.passphrase().content());
			if (key != null && key.getEncoded() != null) {
				this.builder.key(key.getEncoded(), Optional.empty(), place.at(++this.number, 0));
			}
		}
		catch (UnrecoverableKeyException ex) {
			throw new UnreadableException(FindingCode.WRONG_PASSPHRASE);
		}
	}

}
