package dev.certdeck.sandbox;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The sandbox without a dashboard, for dashboards that run elsewhere. It takes its
 * settings from the command line and the environment.
 */
public final class SandboxServer {

	private SandboxServer() {
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(SandboxServer.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.properties("spring.config.name=sandbox-server")
			.profiles(SandboxStarter.PROFILE)
			.run(args);
	}

}
