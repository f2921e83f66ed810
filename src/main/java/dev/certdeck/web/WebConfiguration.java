package dev.certdeck.web;

import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures what all pages share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new CloudWaits());
	}

	@Bean
	Times times(WebProperties properties) {
		return new Times(properties.timeZone());
	}

	@Bean({ "messageSource", "texts" })
	Texts texts(Times times, @Value("${spring.web.locale}") Locale language) {
		return new Texts(times, language);
	}

}
