package dev.certdeck.sandbox.v2;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.fault.Calls;
import dev.certdeck.sandbox.fault.Faults;
import dev.certdeck.sandbox.fault.Pace;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The cloud spoken to in API 2.0.
 *
 * @param secretId the SecretId of the account
 * @param secretKey the SecretKey of the account
 * @param clockSkew how far a request's time may be off
 * @param maxCount the most certificates on one page
 * @param maxBody the largest request body in bytes
 */
public record V2Dialect(String secretId, String secretKey, Duration clockSkew, int maxCount, int maxBody) {

	/**
	 * The path of every request.
	 */
	public static final String PATH = "/v2/index.php";

	/**
	 * Makes the route to the cloud.
	 * @param cloud the cloud
	 * @param faults the faults it plays
	 * @param calls counts the calls
	 * @param pace its pace
	 * @param clock tells the age of requests
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route(Cloud cloud, Faults faults, Calls calls, Pace pace, Clock clock) {
		V2Gate gate = new V2Gate(this.secretId, this.secretKey, this.clockSkew, pace, clock);
		V2Endpoint endpoint = new V2Endpoint(gate, actions(cloud), this.maxBody, faults, calls, pace);
		return RouterFunctions.route().GET(PATH, endpoint).POST(PATH, endpoint).build();
	}

	private Map<String, V2Action> actions(Cloud cloud) {
		CertificateActions certificates = new CertificateActions(cloud, this.maxCount);
		BindingActions bindings = new BindingActions(cloud.bindings());
		return Map.of("CertGetList", certificates::list, "CertUpload", certificates::upload, "CertDelete",
				certificates::delete, "GetCertListWithLoadBalancer", bindings::loadBalancersByCertificate,
				"DescribeCdnHosts", bindings::cdnHosts, "DescribeBmLoadBalancers", bindings::bareMetal,
				"DescribeBmForwardListeners", bindings::bareMetalListeners);
	}

	@Override
	public String toString() {
		return "V2Dialect[secretId=" + this.secretId + "]";
	}

}
