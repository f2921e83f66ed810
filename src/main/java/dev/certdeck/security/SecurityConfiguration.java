package dev.certdeck.security;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Builds the sign-in, the rules of who may do what, and the headers of every answer.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String SIGN_IN = "/oauth2/authorization/" + Provider.REGISTRATION;

	private static final String[] PUBLIC = { "/signed-out", "/sign-in-failed", "/denied", "/error", "/css/**", "/js/**",
			"/webjars/**", "/favicon.svg" };

	private static final String[] WRITES = { "/certificates/upload", "/certificates/upload/**",
			"/certificates/*/delete" };

	@Bean
	GroupRoles groupRoles(SsoProperties properties) {
		return new GroupRoles(new GroupsClaim(properties.groupsClaim()), properties.roles());
	}

	@Bean
	static RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role(Role.ADMIN.name())
			.implies(Role.OPERATOR.name())
			.role(Role.OPERATOR.name())
			.implies(Role.VIEWER.name())
			.build();
	}

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, SsoProperties properties, Provider provider) {
		OidcClientInitiatedLogoutSuccessHandler signOut = new OidcClientInitiatedLogoutSuccessHandler(provider);
		signOut.setPostLogoutRedirectUri("{baseUrl}/signed-out");
		return http.authorizeHttpRequests(SecurityConfiguration::rules)
			.oauth2Login((login) -> login.loginPage(SIGN_IN).failureHandler(new SignInFailureHandler()))
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signOut))
			.exceptionHandling((exceptions) -> exceptions.accessDeniedPage("/denied"))
			.requestCache((cache) -> cache.requestCache(pageCache()))
			.headers((headers) -> headers(headers, properties.issuerUri()))
			.build();
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(PUBLIC)
			.permitAll()
			.requestMatchers(WRITES)
			.hasRole(Role.OPERATOR.name())
			.requestMatchers("/audit", "/audit.csv", "/audit/**")
			.hasRole(Role.ADMIN.name())
			.requestMatchers(HttpMethod.POST, "/certificates/refresh")
			.hasRole(Role.VIEWER.name())
			.requestMatchers(HttpMethod.GET, "/**")
			.hasRole(Role.VIEWER.name())
			.requestMatchers(HttpMethod.HEAD, "/**")
			.hasRole(Role.VIEWER.name())
			.anyRequest()
			.denyAll();
	}

	/**
	 * Remembers the page that somebody asked for before the sign-in, not a part of a page
	 * that a script asked for.
	 * @return the cache
	 */
	private static RequestCache pageCache() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setMatchingRequestParameterName(null);
		cache.setRequestMatcher((request) -> request.getMethod().equals(HttpMethod.GET.name())
				&& request.getHeader("HX-Request") == null);
		return cache;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers, @Nullable URI issuer) {
		headers.contentSecurityPolicy((csp) -> csp.policyDirectives(contentSecurityPolicy(issuer)))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((permissions) -> permissions.policy("camera=(), geolocation=(), microphone=()"))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
	}

	/**
	 * Forms may lead to the provider: browsers apply the directive to the redirects after
	 * a form too, and both sign-out and a form sent after the session's end end there.
	 * @param issuer the provider's issuer
	 * @return the policy
	 */
	private static String contentSecurityPolicy(@Nullable URI issuer) {
		String provider = (issuer != null) ? " " + issuer.getScheme() + "://" + issuer.getRawAuthority() : "";
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
				+ "form-action 'self'" + provider + "; frame-ancestors 'none'; base-uri 'none'";
	}

}
