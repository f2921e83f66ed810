package dev.certdeck.security;

import java.text.ParseException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * The header of a token.
 *
 * @param encrypted whether the token is encrypted
 * @param algorithm the algorithm of its signature or encryption
 */
record TokenHeader(boolean encrypted, Algorithm algorithm) {

	/**
	 * Parses the header of a token.
	 * @throws BadJwtException if it is malformed
	 */
	static TokenHeader of(String token) {
		try {
			Header header = JWTParser.parse(token).getHeader();
			return new TokenHeader(header instanceof JWEHeader, header.getAlgorithm());
		}
		catch (ParseException | IllegalArgumentException ex) {
			throw new BadJwtException("Malformed token");
		}
	}

	/**
	 * Requires a signature with one of some public-key algorithms.
	 * @param accepted the algorithms
	 * @throws TokenException if the token is encrypted or not signed with one of them
	 */
	void requireSignature(Set<SignatureAlgorithm> accepted) {
		if (this.encrypted) {
			throw new TokenException("encrypted");
		}
		Set<String> names = accepted.stream().map(SignatureAlgorithm::getName).collect(Collectors.toSet());
		if (!names.contains(this.algorithm.getName())) {
			throw new TokenException("signed with %s, where %s is taken".formatted(name(),
					names.stream().sorted().collect(Collectors.joining(" or "))));
		}
	}

	private String name() {
		return Stream.of(JWSAlgorithm.Family.SIGNATURE, JWSAlgorithm.Family.HMAC_SHA, Set.of(Algorithm.NONE))
			.flatMap(Set::stream)
			.filter(this.algorithm::equals)
			.map(Algorithm::getName)
			.findFirst()
			.orElse("an unknown algorithm");
	}

}
