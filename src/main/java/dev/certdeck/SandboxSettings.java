package dev.certdeck;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.certdeck.http.InvalidSettingException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Stops the start, before anything is built, when the profile {@code sandbox} is active
 * and a setting names a real account or a real identity provider.
 */
class SandboxSettings implements BeanFactoryPostProcessor {

	static final String PROFILE = "sandbox";

	/**
	 * Settings with their values in the sandbox. Where Certdeck reads
	 * {@code TENCENTCLOUD_...} the sandbox reads settings of its own.
	 */
	private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of("certdeck.tencent.secret-id",
			"${certdeck.sandbox.secret-id:AKIDsandbox}", "certdeck.tencent.secret-key",
			"${certdeck.sandbox.secret-key:sandbox-secret-key}", "certdeck.tencent.token", "${certdeck.sandbox.token:}",
			"certdeck.tencent.credentials-file", "", "certdeck.sso.issuer-uri", "${certdeck.sandbox.url}",
			"TENCENTCLOUD_SECRET_ID", "", "TENCENTCLOUD_SECRET_KEY", "", "TENCENTCLOUD_TOKEN", ""));

	private final Environment environment;

	SandboxSettings(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		check(this.environment);
	}

	/**
	 * Checks the settings.
	 * @param environment the settings and the active profiles
	 * @throws InvalidSettingException if the sandbox would hide a real account or a real
	 * identity provider
	 */
	static void check(Environment environment) {
		if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
			return;
		}
		String real = SETTINGS.entrySet()
			.stream()
			.filter((setting) -> isReal(environment.getProperty(setting.getKey()),
					environment.resolvePlaceholders(setting.getValue())))
			.map(Map.Entry::getKey)
			.collect(Collectors.joining(", "));
		if (!real.isEmpty()) {
			throw new InvalidSettingException("""
					spring.profiles.active: '%s' shows sample certificates, but these settings name a real account or \
					identity provider: %s. Remove the profile to use them, or remove them to try the sandbox."""
				.formatted(PROFILE, real), null);
		}
	}

	private static boolean isReal(@Nullable String value, String ofSandbox) {
		return StringUtils.hasText(value) && !value.equals(ofSandbox);
	}

}
