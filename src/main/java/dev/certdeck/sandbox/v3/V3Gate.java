package dev.certdeck.sandbox.v3;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import dev.certdeck.sandbox.gateway.Account;

/**
 * Authenticates requests by their common headers, age, signature and token.
 */
class V3Gate {

	private final Account account;

	private final Supplier<Instant> clock;

	V3Gate(Account account, Supplier<Instant> clock) {
		this.account = account;
		this.clock = clock;
	}

	void authenticate(V3Request request) {
		request.required("X-TC-Action");
		request.required("X-TC-Version");
		Instant time = time(request.required("X-TC-Timestamp"));
		Authorization authorization = Authorization.parse(request.required("Authorization"));
		if (!this.account.secretId().equals(authorization.secretId())) {
			throw V3Exception.of("AuthFailure.SecretIdNotFound");
		}
		if (Duration.between(time, this.clock.get()).abs().compareTo(this.account.clockSkew()) > 0) {
			throw V3Exception.of("AuthFailure.SignatureExpire");
		}
		String date = LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
		if (!date.equals(authorization.date())
				|| !V3Signature.matches(request, authorization, this.account.secretKey())) {
			throw V3Exception.of("AuthFailure.SignatureFailure");
		}
		if (!this.account.accepts(request.header("X-TC-Token").orElse(""))) {
			throw V3Exception.of("AuthFailure.TokenFailure");
		}
	}

	private static Instant time(String seconds) {
		if (!seconds.matches("\\d{1,11}")) {
			throw V3Exception.invalid("X-TC-Timestamp");
		}
		return Instant.ofEpochSecond(Long.parseLong(seconds));
	}

}
