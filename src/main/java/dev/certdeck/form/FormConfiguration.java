package dev.certdeck.form;

import java.time.Duration;

import org.apache.coyote.http11.AbstractHttp11Protocol;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Configures the limits of request bodies.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FormProperties.class)
class FormConfiguration {

	/**
	 * Maximum length of a chunk's extensions, which no browser sends.
	 */
	private static final int LONGEST_EXTENSION = 64;

	@Bean
	FormGates formGates(FormProperties properties, MultipartProperties multipart) {
		return new FormGates(properties, multipart.getMaxRequestSize().toBytes());
	}

	@Bean
	FilterRegistrationBean<ClosingFilter> closingFilter() {
		FilterRegistrationBean<ClosingFilter> registration = new FilterRegistrationBean<>(new ClosingFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyPace(FormProperties properties) {
		Duration pause = properties.pause();
		return (factory) -> {
			factory.addEngineValves(new BodyValve(new Pace(pause, properties.leastRate().toBytes())));
			factory.addConnectorCustomizers((connector) -> {
				AbstractHttp11Protocol<?> protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
				protocol.setDisableUploadTimeout(false);
				protocol.setConnectionUploadTimeout(Math.toIntExact(pause.toMillis()));
				protocol.setMaxExtensionSize(LONGEST_EXTENSION);
				protocol.setMaxTrailerSize(LONGEST_EXTENSION);
			});
		};
	}

}
