package dev.certdeck.http;

import org.thymeleaf.ITemplateEngine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Configures what every request and response goes through.
 */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

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
