package dev.certdeck.web;

import org.thymeleaf.ITemplateEngine;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

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

	@Bean
	ErrorPage errorPage(ITemplateEngine templates) {
		return new ErrorPage(templates);
	}

	@Bean
	FilterRegistrationBean<UnreadableParametersFilter> unreadableParametersFilter() {
		FilterRegistrationBean<UnreadableParametersFilter> registration = new FilterRegistrationBean<>(
				new UnreadableParametersFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	@Bean
	Durations durations(MessageSource messages) {
		return new Durations(messages);
	}

	@Bean
	Ends ends(MessageSource messages, Times times) {
		return new Ends(messages, times);
	}

	@Bean
	FilterRegistrationBean<VisibleTextFilter> visibleTextFilter() {
		FilterRegistrationBean<VisibleTextFilter> registration = new FilterRegistrationBean<>(new VisibleTextFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
