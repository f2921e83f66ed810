package dev.certdeck.tencent.v3;

import java.util.Map;

import dev.certdeck.tencent.CloudCalls;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.Reply;

/**
 * Calls actions of API 3.0.
 */
class V3Client {

	private final CloudCalls calls;

	private final JsonRequests requests;

	private final String region;

	private final Replies replies = new Replies();

	/**
	 * Creates the client.
	 * @param calls carries the calls out
	 * @param requests makes the requests
	 * @param region the region of calls that name none
	 */
	V3Client(CloudCalls calls, JsonRequests requests, String region) {
		this.calls = calls;
		this.requests = requests;
		this.region = region;
	}

	/**
	 * Calls an action of the certificates that changes nothing.
	 * @param action the action
	 * @param parameters the action's own parameters
	 * @return the reply
	 * @throws dev.certdeck.certificate.CloudException if the call fails
	 */
	Reply read(String action, Map<String, Object> parameters) {
		return read(Service.SSL, action, this.region, parameters);
	}

	/**
	 * Calls an action in a region that changes nothing.
	 * @param service the service
	 * @param action the action
	 * @param where the region
	 * @param parameters the action's own parameters
	 * @return the reply
	 * @throws dev.certdeck.certificate.CloudException if the call fails
	 */
	Reply read(Service service, String action, String where, Map<String, Object> parameters) {
		return perform(service, reading(service, action), where, parameters);
	}

	/**
	 * Calls an action of the certificates that changes something, once.
	 * @param action the action
	 * @param parameters the action's own parameters
	 * @return the reply
	 * @throws dev.certdeck.certificate.CloudException if the call fails
	 */
	Reply write(String action, Map<String, Object> parameters) {
		return perform(Service.SSL, writing(action), this.region, parameters);
	}

	RemoteCall reading(Service service, String action) {
		return new RemoteCall(this.requests.host(service), action, false);
	}

	RemoteCall writing(String action) {
		return new RemoteCall(this.requests.host(Service.SSL), action, true);
	}

	private Reply perform(Service service, RemoteCall call, String where, Map<String, Object> parameters) {
		return this.calls.perform(call, () -> this.requests.sign(service, call.action(), where, parameters),
				(body) -> this.replies.read(call, body));
	}

}
