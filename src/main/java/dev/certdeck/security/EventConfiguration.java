package dev.certdeck.security;

import org.springframework.boot.actuate.security.AbstractAuthenticationAuditListener;
import org.springframework.boot.actuate.security.AbstractAuthorizationAuditListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authorization.event.AuthorizationEvent;

/**
 * Makes {@link SecurityAuditPublisher} the only publisher of access events: the listeners
 * that Spring Boot would add publish them twice.
 */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

	@Bean
	SecurityAuditPublisher securityAuditPublisher(ApplicationEventPublisher publisher) {
		return new SecurityAuditPublisher(publisher);
	}

	@Bean
	AbstractAuthenticationAuditListener noAuthenticationEvents() {
		return new AbstractAuthenticationAuditListener() {

			@Override
			public void onApplicationEvent(AbstractAuthenticationEvent event) {
			}

		};
	}

	@Bean
	AbstractAuthorizationAuditListener noAuthorizationEvents() {
		return new AbstractAuthorizationAuditListener() {

			@Override
			public void onApplicationEvent(AuthorizationEvent event) {
			}

		};
	}

}
