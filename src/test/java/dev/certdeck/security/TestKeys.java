package dev.certdeck.security;

import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/**
 * The keys of an identity provider: one that it publishes, and one that it does not but
 * that bears the same name.
 */
final class TestKeys {

	private final RSAKey key = key();

	private final RSAKey otherKey = key();

	String published() {
		return new JWKSet(this.key).toString();
	}

	String signed(Map<String, Object> claims) {
		return sign(this.key, claims);
	}

	String signedWithOtherKey(Map<String, Object> claims) {
		return sign(this.otherKey, claims);
	}

	String unsigned(Map<String, Object> claims) {
		return new PlainJWT(claimsSet(claims)).serialize();
	}

	private static String sign(RSAKey key, Map<String, Object> claims) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
					claimsSet(claims));
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JWTClaimsSet claimsSet(Map<String, Object> claims) {
		JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
		claims.forEach(builder::claim);
		return builder.build();
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("key-1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
