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
 * Settings of the sandbox, beside those of its account. All have the same prefix.
 */
public final class SandboxProperties {

	/**
	 * The prefix of the settings.
	 */
	public static final String PREFIX = "certdeck.sandbox";

	private SandboxProperties() {
	}

	/**
	 * Settings of the web server and the identity provider.
	 *
	 * @param address address on which the sandbox listens
	 * @param port its port, 0 for any free one
	 * @param maxBody largest request body
	 * @param clientSecret secret of the client "certdeck" at the identity provider
	 */
	@ConfigurationProperties(PREFIX)
	record Server(@DefaultValue("127.0.0.1") InetAddress address, @DefaultValue("8089") int port,
			@DefaultValue("2MB") DataSize maxBody, @DefaultValue("sandbox-client-secret") String clientSecret) {

		Server {
			Assert.isTrue(port >= 0 && port <= 65535, "'port' must lie between 0 and 65535");
			Assert.isTrue(maxBody.toBytes() > 0 && maxBody.toBytes() < Integer.MAX_VALUE,
					"'maxBody' must be positive and less than 2 GB");
		}

		@Override
		public String toString() {
			return "Server[%s:%d]".formatted(this.address, this.port);
		}

	}

	/**
	 * Settings of the certificates.
	 *
	 * @param certificates number of certificates that the account holds at first
	 * @param oddRows whether it also holds certificates with odd rows and chains
	 * @param cancelledDeletable whether a cancelled certificate (status 7) can be deleted
	 * @param maxCount most certificates on one page of CertGetList
	 */
	@ConfigurationProperties(PREFIX)
	record Store(@DefaultValue("150") int certificates, @DefaultValue("false") boolean oddRows,
			@DefaultValue("false") boolean cancelledDeletable, @DefaultValue("100") int maxCount) {

		Store {
			Assert.isTrue(certificates >= 0, "'certificates' must not be negative");
			Assert.isTrue(maxCount > 0, "'maxCount' must be positive");
		}

	}

	/**
	 * Settings of how the cloud answers.
	 *
	 * @param temper how the cloud behaves where its documentation promises nothing
	 * @param latency how long every answer takes at least
	 * @param requestsPerSecond number of requests of one action that are accepted in any
	 * second, 0 for any number
	 * @param taskDuration how long a deletion with a check, or a search for resources,
	 * takes
	 * @param failingResources products that searches report an error for, such as "cdn",
	 * or regions of them, such as "clb:ap-guangzhou"
	 * @param faults failures by action, or by "any" for all actions
	 */
	@ConfigurationProperties(PREFIX)
	record Behaviour(@DefaultValue("as-seen") Temper temper, @DefaultValue("0s") Duration latency,
			@DefaultValue("0") int requestsPerSecond, @DefaultValue("500ms") Duration taskDuration,
			@DefaultValue Set<String> failingResources, @DefaultValue Map<String, Fault> faults) {

		Behaviour {
			Assert.isTrue(!latency.isNegative(), "'latency' must not be negative");
			Assert.isTrue(requestsPerSecond >= 0, "'requestsPerSecond' must not be negative");
			Assert.isTrue(!taskDuration.isNegative(), "'taskDuration' must not be negative");
		}

		boolean isAsSeen() {
			return this.temper == Temper.AS_SEEN;
		}

	}

}
