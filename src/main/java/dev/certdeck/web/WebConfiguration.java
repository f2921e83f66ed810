package dev.certdeck.web;

import java.util.Locale;

import org.thymeleaf.ITemplateEngine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Configures what all pages share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration {

	WebConfiguration() {
		RequestLogFilter.install();
	}

	@Bean
	Times times(WebProperties properties) {
		return new Times(properties.timeZone());
	}

	@Bean({ "messageSource", "texts" })
	Texts texts(Times times, @Value("${spring.web.locale}") Locale language) {
		return new Texts(times, language);
	}

	@Bean
	ErrorPage errorPage(ITemplateEngine templates, LocaleResolver locales) {
		return new ErrorPage(templates, locales);
	}

	@Bean
	FilterRegistrationBean<UnreadableParametersFilter> unreadableParametersFilter() {
		FilterRegistrationBean<UnreadableParametersFilter> registration = new FilterRegistrationBean<>(
				new UnreadableParametersFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<VisibleTextFilter> visibleTextFilter() {
		FilterRegistrationBean<VisibleTextFilter> registration = new FilterRegistrationBean<>(new VisibleTextFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
