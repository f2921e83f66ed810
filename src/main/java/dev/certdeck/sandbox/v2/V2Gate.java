package dev.certdeck.sandbox.v2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.certdeck.sandbox.fault.Pace;

/**
 * Lets a request in, or says why not: its common parameters, its signature, its age, its
 * uniqueness and the number of its like.
 */
class V2Gate {

	private final String secretId;

	private final String secretKey;

	private final ReplayGuard replayGuard;

	private final Pace pace;

	private final Clock clock;

	V2Gate(String secretId, String secretKey, Duration clockSkew, Pace pace, Clock clock) {
		this.secretId = secretId;
		this.secretKey = secretKey;
		this.replayGuard = new ReplayGuard(clockSkew);
		this.pace = pace;
		this.clock = clock;
	}

	void admit(V2Request request) {
		V2Parameters parameters = request.parameters();
		parameters.required("Action");
		long timestamp = parameters.unsigned("Timestamp");
		long nonce = parameters.unsigned("Nonce");
		String id = parameters.required("SecretId");
		parameters.required("Signature");
		if (!this.secretId.equals(id)) {
			throw new V2Exception(4104, "SecretIdNotFound", "(4104)密钥不存在");
		}
		if (!V2Signature.matches(request, this.secretKey)) {
			throw new V2Exception(4100, "AuthFailure", "(4100)身份认证失败");
		}
		checkReplay(id, timestamp, nonce);
		if (!this.pace.take()) {
			throw new V2Exception(4400, "QuotaExceeded", "(4400)请求频率超过配额");
		}
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
