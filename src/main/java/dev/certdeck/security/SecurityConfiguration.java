package dev.certdeck.security;

import java.time.Clock;

import dev.certdeck.form.FormGates;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Configures the sign-in, the access rules and the security headers.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String SIGN_IN = "/oauth2/authorization/" + Provider.REGISTRATION;

	private static final String SIGN_IN_ANSWER = "/login/oauth2/code/*";

	private static final String SIGN_OUT = "/sign-out";

	private static final String[] PUBLIC = { AccessController.SIGNED_OUT, "/sign-in-failed/*", "/denied", "/error",
			"/static/**" };

	private static final String[] WRITES = { "/certificates/upload", "/certificates/upload/**",
			"/certificates/*/delete" };

	private final FormGates forms;

	SecurityConfiguration(FormGates forms) {
		this.forms = forms;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> answerHeaders(ObjectProvider<Provider> provider) {
		return (server) -> server.addEngineValves(new SecurityHeadersValve(() -> provider.getObject().addresses()));
	}

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, Provider provider, SignIns signIns,
			SecurityAuditPublisher events, SessionProperties session, Clock clock, SignInAttempts<?> attempts) {
		SignInFailureHandler failures = new SignInFailureHandler(events);
		PageAfterSignIn page = new PageAfterSignIn(attempts, failures);
		Rules rules = new Rules();
		return http.authorizeHttpRequests((requests) -> rules(requests.withObjectPostProcessor(rules)))
			.oauth2Login((login) -> login.loginPage(SIGN_IN)
				.authorizationEndpoint((questions) -> questions.authorizationRequestRepository(attempts))
				.successHandler(page::succeed)
				.failureHandler(page::fail)
				.withObjectPostProcessor(new WayToProvider(failures)))
			.sessionManagement((sessions) -> sessions.addSessionAuthenticationStrategy(signIns))
			.csrf((csrf) -> csrf.ignoringRequestMatchers(BackChannelSignOut.PATH)
				.csrfTokenRepository(new SessionTokenRepository())
				.csrfTokenRequestHandler(new FormTokenHandler(this.forms::takesFiles)))
			.logout((logout) -> signOut(logout, provider, events).addLogoutHandler(attempts))
			.exceptionHandling(
					(exceptions) -> exceptions.accessDeniedHandler(new AuditingAccessDeniedHandler(events, rules))
						.authenticationEntryPoint(new SignInEntryPoint(SIGN_IN)))
			.headers(SecurityConfiguration::headers)
			.addFilterBefore(new SessionLifetimeFilter(session.absolute(), events, clock),
					SecurityContextHolderFilter.class)
			.addFilterBefore(this.forms.fields(rules::permit), CsrfFilter.class)
			.addFilterAfter(this.forms.files(), AuthorizationFilter.class)
			.addFilterBefore(new SignInGuard(PathPatternRequestMatcher.withDefaults().matcher(SIGN_IN_ANSWER), page),
					OAuth2LoginAuthenticationFilter.class)
			.build();
	}

	/**
	 * Refuses NUL, which PostgreSQL can't store, in parameters too; paths and headers are
	 * checked by default.
	 * @return the firewall
	 */
	@Bean
	static HttpFirewall httpFirewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((value) -> value == null || value.indexOf('\0') < 0);
		return firewall;
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(PUBLIC)
			.permitAll()
			.requestMatchers(HttpMethod.POST, BackChannelSignOut.PATH)
			.permitAll()
			.requestMatchers(HttpMethod.POST, SIGN_OUT)
			.authenticated()
			.requestMatchers(WRITES)
			.hasRole(Role.OPERATOR.name())
			.requestMatchers("/audit", "/audit.csv", "/audit/**")
			.hasRole(Role.ADMIN.name())
			.requestMatchers(HttpMethod.POST, "/certificates/refresh", "/certificates/{id}/refresh")
			.hasRole(Role.VIEWER.name())
			.requestMatchers(HttpMethod.GET, "/**")
			.hasRole(Role.VIEWER.name())
			.requestMatchers(HttpMethod.HEAD, "/**")
			.hasRole(Role.VIEWER.name())
			.anyRequest()
			.denyAll();
	}

	/**
	 * Adds what depends on the request to the headers that {@link SecurityHeadersValve}
	 * puts on every answer.
	 * @param headers the headers of a chain
	 */
	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.defaultsDisabled()
			.cacheControl(Customizer.withDefaults())
			.httpStrictTransportSecurity(Customizer.withDefaults());
	}

	private static LogoutConfigurer<HttpSecurity> signOut(LogoutConfigurer<HttpSecurity> logout, Provider provider,
			SecurityAuditPublisher events) {
		return logout.logoutUrl(SIGN_OUT)
			.addLogoutHandler((request, response, person) -> events.signedOut(person, "sign-out", request))
			.addLogoutHandler(
					new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
			.logoutSuccessHandler(new ProviderSignOut(provider));
	}

	/**
	 * Handles a failure before the redirect to the provider like any other failed
	 * sign-in.
	 *
	 * @param failures what to do with a failed sign-in
	 */
	private record WayToProvider(
			SignInFailureHandler failures) implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

		@Override
		public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
			filter.setAuthenticationFailureHandler(this.failures::fail);
			return filter;
		}

	}

}
