package dev.certdeck.security;

import java.time.Clock;
import java.util.Base64;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Configures sessions and their limits.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class SessionConfiguration {

	@Bean
	SessionCookie sessionCookie() {
		return new SessionCookie();
	}

	/**
	 * Generates ids of 216 random bits, the most that the database column can hold as
	 * text.
	 * @return the generator
	 */
	@Bean
	SessionIdGenerator sessionIds() {
		BytesKeyGenerator random = KeyGenerators.secureRandom(27);
		return () -> Base64.getUrlEncoder().encodeToString(random.generateKey());
	}

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleLimit(SessionProperties properties) {
		return (sessions) -> sessions.setDefaultMaxInactiveInterval(properties.idle());
	}

	@Bean(defaultCandidate = false)
	ConversionService springSessionConversionService() {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversion.addConverter(byte[].class, Object.class, new SessionAttributes());
		return conversion;
	}

	@Bean
	ProviderSessions providerSessions(JdbcClient jdbc) {
		return new ProviderSessions(jdbc);
	}

	@Bean
	RequestCache pages() {
		return new AskedPages();
	}

	@Bean
	SecurityAuditPublisher securityAuditPublisher(ApplicationEventPublisher publisher) {
		return new SecurityAuditPublisher(publisher);
	}

	@Bean
	SignInAttempts<?> signInAttempts(SessionRepository<?> sessions, RequestCache pages) {
		return new SignInAttempts<>(sessions, pages);
	}

	@Bean
	SignIns signIns(ProviderSessions sessions, SecurityAuditPublisher events, GroupsOverage overage, Clock clock) {
		return new SignIns(sessions, events, overage, clock);
	}

}
