package dev.certdeck.security;

import org.springframework.boot.actuate.security.AbstractAuthenticationAuditListener;
import org.springframework.boot.actuate.security.AbstractAuthorizationAuditListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authorization.event.AuthorizationEvent;

/**
 * Lets {@link SecurityAuditPublisher} alone say who came, went and was refused: the
 * listeners that Spring Boot would add say it twice.
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
