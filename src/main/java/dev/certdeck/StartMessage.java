package dev.certdeck;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Logs Certdeck's address when it is ready, and in the sandbox who can sign in.
 */
class StartMessage implements ApplicationListener<ApplicationReadyEvent> {

	private static final Log logger = LogFactory.getLog(StartMessage.class);

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		String users = environment.acceptsProfiles(Profiles.of(SandboxSettings.PROFILE))
				? ". Sign in as viewer, operator or admin; the password is the name" : "";
		logger.info("Certdeck is at http://localhost:" + environment.getProperty("local.server.port") + users);
	}

}
