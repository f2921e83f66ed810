package dev.certdeck.sandbox.sample;

import java.util.List;
import java.util.stream.Stream;

import dev.certdeck.sandbox.cloud.Oddity;

/**
 * Certificates with odd rows or chains, as the real cloud sometimes has. They are added
 * on request only.
 */
final class OddSamples {

	private OddSamples() {
	}

	static List<Sample> all() {
		return Stream.of(times(), rows(), chains()).flatMap(List::stream).toList();
	}

	private static List<Sample> times() {
		return List.of(odd(12, "no-begin.example.com", Oddity.NO_BEGIN),
				odd(40, "broken-begin.example.com", Oddity.BROKEN_BEGIN), odd(13, "iso.example.com", Oddity.ISO),
				odd(14, "offset.example.com", Oddity.OFFSET), odd(15, "slashes.example.com", Oddity.SLASHES),
				odd(16, "date-alone.example.com", Oddity.DATE_ALONE),
				odd(17, "fractions.example.com", Oddity.FRACTIONS),
				odd(18, "broken-end.example.com", Oddity.BROKEN_END), odd(19, "no-times.example.com", Oddity.NO_TIMES),
				Sample.issued(Products.LETS_ENCRYPT, 200, "no-end.example.com")
					.endless()
					.alias("Valid without an end"));
	}

	private static List<Sample> rows() {
		return List.of(odd(30, "no-id.example.com", Oddity.NO_ID), odd(30, "null-row.example.com", Oddity.NULL_ROW));
	}

	private static List<Sample> chains() {
		return Stream.of(OddChain.values())
			.map((chain) -> Sample.issued(Products.LETS_ENCRYPT, 100 + chain.ordinal(), chain.host()).chain(chain))
			.toList();
	}

	private static Sample odd(int daysLeft, String host, Oddity oddity) {
		return Sample.issued(Products.LETS_ENCRYPT, daysLeft, host).odd(oddity);
	}

}
