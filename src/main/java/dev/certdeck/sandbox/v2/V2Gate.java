package dev.certdeck.sandbox.v2;

import java.time.Clock;
import java.time.Instant;

import dev.certdeck.sandbox.gateway.Account;

/**
 * Authenticates requests by their common parameters, signature, age and nonce.
 */
class V2Gate {

	private final Account account;

	private final ReplayGuard replayGuard;

	private final Clock clock;

	V2Gate(Account account, Clock clock) {
		this.account = account;
		this.replayGuard = new ReplayGuard(account.clockSkew());
		this.clock = clock;
	}

	void authenticate(V2Request request) {
		V2Parameters parameters = request.parameters();
		parameters.required("Action");
		long timestamp = parameters.unsigned("Timestamp");
		long nonce = parameters.unsigned("Nonce");
		String id = parameters.required("SecretId");
		parameters.required("Signature");
		if (!this.account.secretId().equals(id)) {
			throw V2Exception.of(4104);
		}
		if (!V2Signature.matches(request, this.account.secretKey())) {
			throw V2Exception.of(4100);
		}
		if (!this.account.accepts(parameters.find("Token").orElse(""))) {
			throw V2Exception.of(4105);
		}
		checkReplay(id, timestamp, nonce);
	}

	private void checkReplay(String id, long timestamp, long nonce) {
		Instant now = this.clock.instant();
		if (!this.replayGuard.fresh(timestamp, now)) {
			throw new V2Exception(4500, "ReplayAttack", "(4500)重放攻击：Timestamp与服务器时间相差过大");
		}
		if (!this.replayGuard.first(id, timestamp, nonce, now)) {
			throw new V2Exception(4500, "ReplayAttack", "(4500)重放攻击：Nonce重复");
		}
	}

}
