package dev.certdeck.security;

import java.util.Map;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/**
 * The keys of an identity provider: one that it publishes, and one that it does not but
 * that bears the same name.
 */
final class TestKeys {

	private final JWK otherKey = rsa("key-1");

	private volatile JWK key = rsa("key-1");

	/**
	 * Takes another key in place of the published one.
	 * @param name its name, which may be that of the one before
	 */
	void rotate(String name) {
		this.key = rsa(name);
	}

	/**
	 * Takes a key on an elliptic curve in place of the published one.
	 */
	void turnElliptic() {
		try {
			this.key = new ECKeyGenerator(Curve.P_256).keyID("key-e").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String algorithm() {
		return algorithm(this.key).getName();
	}

	String published() {
		return new JWKSet(this.key).toString();
	}

	String signed(Map<String, Object> claims) {
		return sign(this.key, claims);
	}

	String signedWithOtherKey(Map<String, Object> claims) {
		return sign(this.otherKey, claims);
	}

	String signedWithSecret(Map<String, Object> claims) {
		try {
			return sign(new JWSHeader(JWSAlgorithm.HS256), new MACSigner("s".repeat(32)), claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String encrypted(Map<String, Object> claims) {
		try {
			EncryptedJWT token = new EncryptedJWT(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM),
					claimsSet(claims));
			token.encrypt(new RSAEncrypter(this.otherKey.toRSAKey()));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String unsigned(Map<String, Object> claims) {
		return new PlainJWT(claimsSet(claims)).serialize();
	}

	private static String sign(JWK key, Map<String, Object> claims) {
		try {
			return sign(new JWSHeader.Builder(algorithm(key)).keyID(key.getKeyID()).build(),
					new DefaultJWSSignerFactory().createJWSSigner(key), claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String sign(JWSHeader header, JWSSigner signer, Map<String, Object> claims) throws JOSEException {
		SignedJWT token = new SignedJWT(header, claimsSet(claims));
		token.sign(signer);
		return token.serialize();
	}

	private static JWTClaimsSet claimsSet(Map<String, Object> claims) {
		JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
		claims.forEach(builder::claim);
		return builder.build();
	}

	private static JWSAlgorithm algorithm(JWK key) {
		return key.getKeyType().getValue().equals("EC") ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
	}

	private static JWK rsa(String name) {
		try {
			return new RSAKeyGenerator(2048).keyID(name).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
