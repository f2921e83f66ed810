package dev.certdeck.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Builds what all pages share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration {

	@Bean
	Times times(WebProperties properties) {
		return new Times(properties.timeZone());
	}

	@Bean
	Ages ages(MessageSource messages) {
		return new Ages(messages);
	}

}
