package dev.certdeck.sandbox;

import java.time.Clock;
import java.util.Map;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts the sandbox before the dashboard, under the profile {@value #PROFILE} only, and
 * closes it after the dashboard. Sets its URL as {@code certdeck.sandbox.url}.
 */
class SandboxStarter implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	static final String PROFILE = "sandbox";

	private static final String URL = SandboxProperties.PREFIX + ".url";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
			return;
		}
		Sandbox sandbox = Sandbox.start(Binder.get(environment), Clock.systemUTC());
		environment.getPropertySources().addFirst(new MapPropertySource("sandbox", Map.of(URL, sandbox.url())));
		closeWith(context, sandbox);
	}

	private static void closeWith(ConfigurableApplicationContext context, Sandbox sandbox) {
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(PROFILE, sandbox::close);
		context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) (event) -> sandbox.close());
	}

}
