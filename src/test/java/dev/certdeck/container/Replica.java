package dev.certdeck.container;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.certdeck.Application;
import dev.certdeck.sandbox.Sandbox;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A Certdeck as a team would run it, on any free port.
 */
public final class Replica implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private Replica(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Starts a replica whose people sign in at the sandbox.
	 * @param sandbox the cloud and the identity provider
	 * @param database the database
	 * @return the replica, listening
	 */
	public static Replica start(Sandbox sandbox, Postgres database) {
		return start(sandbox, database,
				Map.of("certdeck.sso.issuer-uri", sandbox.url(), "certdeck.sso.client-secret", "sandbox-client-secret",
						"certdeck.sso.roles.viewer", "certdeck-viewers", "certdeck.sso.roles.operator",
						"certdeck-operators", "certdeck.sso.roles.admin", "certdeck-admins"));
	}

	/**
	 * Starts a replica.
	 * @param sandbox the cloud
	 * @param database the database
	 * @param settings further settings
	 * @return the replica, listening
	 */
	public static Replica start(Sandbox sandbox, Postgres database, Map<String, String> settings) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("server.port", "0", "management.server.port", "0",
				"spring.datasource.url", database.url(), "spring.datasource.username", database.user(),
				"spring.datasource.password", database.password(), "certdeck.tencent.endpoint", sandbox.url(),
				"certdeck.tencent.secret-id", "AKIDsandbox", "certdeck.tencent.secret-key", "sandbox-secret-key",
				"certdeck.inventory.refresh-interval", "1h", "certdeck.sso.client-id", "certdeck"));
		all.put("certdeck.tencent.api", "v2");
		all.putAll(settings);
		return new Replica(new SpringApplicationBuilder(Application.class).run(all.entrySet()
			.stream()
			.map((entry) -> "--" + entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new)));
	}

	/**
	 * Where the replica listens.
	 * @return the URL, without a slash at the end
	 */
	public String url() {
		return "http://localhost:" + ((WebServerApplicationContext) this.context).getWebServer().getPort();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
