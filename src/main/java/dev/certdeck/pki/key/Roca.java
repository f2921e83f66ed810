package dev.certdeck.pki.key;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Recognises RSA keys of a faulty library by Infineon, which can be factored
 * (CVE-2017-15361; Nemec et al., "The Return of Coppersmith's Attack", section 2): modulo
 * each of the first primes their modulus is a power of 65537.
 */
public final class Roca {

	private static final int LARGEST_PRIME = 167;

	private static final int GENERATOR = 65537;

	private Roca() {
	}

	/**
	 * Tells whether a modulus was made by the faulty library.
	 * @param modulus a modulus
	 * @return {@code true} if the key can be factored
	 */
	public static boolean isVulnerable(BigInteger modulus) {
		return IntStream.rangeClosed(3, LARGEST_PRIME)
			.filter((number) -> BigInteger.valueOf(number).isProbablePrime(20))
			.allMatch((prime) -> isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime));
	}

	private static boolean isPower(int remainder, int prime) {
		int generator = GENERATOR % prime;
		int power = 1;
		do {
			if (power == remainder) {
				return true;
			}
			power = power * generator % prime;
		}
		while (power != 1);
		return false;
	}

}
