package dev.certdeck.tencent.v2;

import java.util.Map;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.tencent.CloudCalls;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.Reply;

/**
 * Calls actions of API 2.0.
 */
class V2Client {

	private final CloudCalls calls;

	private final FormRequests requests;

	private final Replies replies = new Replies();

	V2Client(CloudCalls calls, FormRequests requests) {
		this.calls = calls;
		this.requests = requests;
	}

	/**
	 * Calls an action that changes nothing.
	 * @param module the module
	 * @param action the action
	 * @param parameters the action's own parameters; a {@code Region} here replaces the
	 * usual one
	 * @return the reply
	 * @throws CloudException if the call fails
	 */
	Reply read(CloudModule module, String action, Map<String, String> parameters) {
		return perform(module, reading(module, action), parameters);
	}

	/**
	 * Calls an action that changes something, once.
	 * @param module the module
	 * @param action the action
	 * @param parameters the action's own parameters
	 * @return the reply
	 * @throws CloudException if the call fails
	 */
	Reply write(CloudModule module, String action, Map<String, String> parameters) {
		return perform(module, new RemoteCall(this.requests.host(module), action, true), parameters);
	}

	RemoteCall reading(CloudModule module, String action) {
		return new RemoteCall(this.requests.host(module), action, false);
	}

	private Reply perform(CloudModule module, RemoteCall call, Map<String, String> parameters) {
		return this.calls.perform(call, () -> this.requests.sign(module, call.action(), parameters),
				(body) -> this.replies.read(call, body));
	}

}
