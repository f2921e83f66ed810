package dev.certdeck.sandbox.v2;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.gateway.Account;
import dev.certdeck.sandbox.gateway.Dialect;
import dev.certdeck.sandbox.gateway.ErrorAnswerException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * API 2.0.
 */
public class V2Dialect implements Dialect<V2Request> {

	/**
	 * The path of every request.
	 */
	public static final String PATH = "/v2/index.php";

	private final V2Gate gate;

	private final Map<String, Function<V2Parameters, Map<String, Object>>> actions;

	/**
	 * Creates the dialect.
	 * @param account the account that may call
	 * @param maxCount the most certificates on one page
	 * @param cloud the cloud
	 * @param clock tells the age of calls
	 */
	public V2Dialect(Account account, int maxCount, Cloud cloud, Clock clock) {
		this.gate = new V2Gate(account, clock);
		this.actions = actions(new CertificateActions(cloud, maxCount), new BindingActions(cloud.bindings()));
	}

	private static Map<String, Function<V2Parameters, Map<String, Object>>> actions(CertificateActions certificates,
			BindingActions bindings) {
		return Map.of("CertGetList", certificates::list, "CertUpload", certificates::upload, "CertDelete",
				certificates::delete, "GetCertListWithLoadBalancer", bindings::loadBalancersByCertificate,
				"DescribeCdnHosts", bindings::cdnHosts, "DescribeBmLoadBalancers", bindings::bareMetal,
				"DescribeBmForwardListeners", bindings::bareMetalListeners);
	}

	@Override
	public Set<String> actions() {
		return this.actions.keySet();
	}

	@Override
	public V2Request read(HttpServletRequest request, byte[] body) {
		V2Parameters parameters = "GET".equals(request.getMethod()) ? FormReader.query(request.getQueryString())
				: FormReader.form(request.getContentType(), body);
		return new V2Request(request.getMethod(), String.valueOf(request.getHeader(HttpHeaders.HOST)),
				request.getRequestURI(), parameters);
	}

	@Override
	public Optional<String> action(V2Request request) {
		return request.parameters().find("Action").filter(this.actions::containsKey);
	}

	@Override
	public void authenticate(V2Request request) {
		this.gate.authenticate(request);
	}

	@Override
	public String perform(V2Request request) {
		String name = request.parameters().required("Action");
		Function<V2Parameters, Map<String, Object>> action = this.actions.get(name);
		if (action == null) {
			throw new V2Exception(6100, "UnsupportedVersion", "(10430)action name " + name + " is not existed");
		}
		return PhpJson.write(action.apply(request.parameters()));
	}

	@Override
	public ErrorAnswerException tooLarge() {
		return V2Exception.invalid("(100002)请求内容过大");
	}

	@Override
	public ErrorAnswerException tooMany() {
		return V2Exception.of(4400);
	}

	@Override
	public ErrorAnswerException error(String code) {
		return V2Exception.of(code.matches("\\d{1,9}") ? Integer.parseInt(code) : V2Exception.INTERNAL);
	}

}
