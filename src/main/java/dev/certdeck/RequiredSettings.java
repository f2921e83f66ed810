package dev.certdeck;

import java.util.List;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Stops the start, before any bean is created, when required settings are missing.
 */
class RequiredSettings implements BeanFactoryPostProcessor {

	private static final List<String> REQUIRED = List.of("certdeck.tencent.secret-id", "certdeck.tencent.secret-key",
			"certdeck.sso.issuer-uri", "certdeck.sso.client-id", "certdeck.sso.client-secret");

	private final Environment environment;

	RequiredSettings(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		boolean file = StringUtils.hasText(this.environment.getProperty("certdeck.tencent.credentials-file"));
		List<String> missing = REQUIRED.stream()
			.filter((name) -> !file || !name.startsWith("certdeck.tencent."))
			.filter((name) -> !StringUtils.hasText(this.environment.getProperty(name)))
			.toList();
		if (!missing.isEmpty()) {
			throw new MissingSettingsException(missing);
		}
	}

}
