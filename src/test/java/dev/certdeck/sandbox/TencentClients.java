package dev.certdeck.sandbox;

import com.tencentcloudapi.bmlb.v20180625.BmlbClient;
import com.tencentcloudapi.clb.v20180317.ClbClient;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.ssl.v20191205.SslClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tencent's own clients for API 3.0, pointed at a sandbox.
 *
 * @param port the port of the sandbox
 * @param credential what they sign with
 */
record TencentClients(int port, Credential credential) {

	static TencentClients of(Sandbox sandbox) {
		return new TencentClients(sandbox.port(), new Credential("AKIDsandbox", "sandbox-secret-key"));
	}

	TencentClients with(Credential credential) {
		return new TencentClients(this.port, credential);
	}

	SslClient ssl() {
		return new SslClient(this.credential, "", profile());
	}

	ClbClient clb(String region) {
		return new ClbClient(this.credential, region, profile());
	}

	BmlbClient bmlb(String region) {
		return new BmlbClient(this.credential, region, profile());
	}

	/**
	 * Calls an action without a typed client.
	 * @param service the service
	 * @param version its version
	 * @param action the action
	 * @param parameters the parameters as JSON
	 * @return the parts of the answer
	 * @throws TencentCloudSDKException if the answer is an error
	 */
	JsonNode call(String service, String version, String action, String parameters) throws TencentCloudSDKException {
		CommonClient client = new CommonClient(service, version, this.credential, "ap-guangzhou", profile());
		return new JsonMapper().readTree(client.call(action, parameters)).path("Response");
	}

	private ClientProfile profile() {
		HttpProfile http = new HttpProfile();
		http.setProtocol("http://");
		http.setEndpoint("127.0.0.1:" + this.port);
		http.setConnTimeout(10);
		http.setReadTimeout(30);
		http.setWriteTimeout(30);
		ClientProfile profile = new ClientProfile();
		profile.setHttpProfile(http);
		return profile;
	}

}
