package dev.certdeck.sandbox;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import dev.certdeck.sandbox.fault.Fault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the sandbox.
 *
 * @param address address on which the sandbox listens
 * @param port its port, 0 for any free one
 * @param certificates number of certificates that the account holds at first
 * @param oddRows whether it holds certificates with odd rows and chains on top of them
 * @param secretId SecretId of the account
 * @param secretKey SecretKey of the account
 * @param token token of temporary credentials that each call must carry, empty when any,
 * or none, will do
 * @param clientSecret secret of the client "certdeck" at the identity provider
 * @param clockSkew how far the time of a request may be off
 * @param maxCount most certificates on one page of CertGetList
 * @param maxBody largest request body
 * @param cancelledDeletable whether a cancelled certificate (status 7) can be deleted
 * @param temper how the cloud behaves where its documentation promises nothing
 * @param latency how long every answer of the cloud takes at least
 * @param requestsPerSecond number of requests of one action that the cloud takes in any
 * second, 0 for any number
 * @param taskDuration how long a deletion with a check, or a search for resources, takes
 * @param failingResources products that searches report an error for, such as "cdn", or
 * regions of them, such as "clb:ap-guangzhou"
 * @param faults failures that the cloud plays, by action, or by "any" for all actions
 */
@ConfigurationProperties(SandboxProperties.PREFIX)
public record SandboxProperties(@DefaultValue("127.0.0.1") InetAddress address, @DefaultValue("8089") int port,
		@DefaultValue("150") int certificates, @DefaultValue("false") boolean oddRows,
		@DefaultValue("AKIDsandbox") String secretId, @DefaultValue("sandbox-secret-key") String secretKey,
		@DefaultValue("") String token, @DefaultValue("sandbox-client-secret") String clientSecret,
		@DefaultValue("5m") Duration clockSkew, @DefaultValue("100") int maxCount,
		@DefaultValue("2MB") DataSize maxBody, @DefaultValue("false") boolean cancelledDeletable,
		@DefaultValue("as-seen") Temper temper, @DefaultValue("0s") Duration latency,
		@DefaultValue("0") int requestsPerSecond, @DefaultValue("500ms") Duration taskDuration,
		@DefaultValue Set<String> failingResources, @DefaultValue Map<String, Fault> faults) {

	/**
	 * The prefix of the settings.
	 */
	public static final String PREFIX = "certdeck.sandbox";

	/**
	 * Checks the settings.
	 */
	public SandboxProperties {
		Assert.isTrue(port >= 0 && port <= 65535, "'port' must lie between 0 and 65535");
		Assert.isTrue(certificates >= 0, "'certificates' must not be negative");
		Assert.isTrue(maxCount > 0, "'maxCount' must be positive");
		Assert.isTrue(maxBody.toBytes() > 0 && maxBody.toBytes() < Integer.MAX_VALUE,
				"'maxBody' must be positive and less than 2 GB");
		Assert.isTrue(!clockSkew.isNegative(), "'clockSkew' must not be negative");
		Assert.isTrue(!latency.isNegative(), "'latency' must not be negative");
		Assert.isTrue(!taskDuration.isNegative(), "'taskDuration' must not be negative");
		Assert.isTrue(requestsPerSecond >= 0, "'requestsPerSecond' must not be negative");
	}

	@Override
	public String toString() {
		return "SandboxProperties[port=" + this.port + ", certificates=" + this.certificates + "]";
	}

}
