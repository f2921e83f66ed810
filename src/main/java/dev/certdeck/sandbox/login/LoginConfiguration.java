package dev.certdeck.sandbox.login;

import java.util.Arrays;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The identity provider: OpenID Connect for the one client {@code certdeck}.
 */
public class LoginConfiguration {

	private static final String STYLE_SHEET = "/sign-in.css";

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src data:; "
			+ "base-uri 'none'; frame-ancestors 'none'";

	@Bean
	@Order(0)
	SecurityFilterChain signOutSecurity(HttpSecurity http) {
		RequestMatcher withoutToken = new ClientSignOut();
		return http.securityMatcher(withoutToken)
			.logout((logout) -> logout.logoutRequestMatcher(withoutToken)
				.logoutSuccessHandler((request, response, user) -> ClientSignOut.leadBack(request, response)))
			.build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain protocolSecurity(HttpSecurity http) {
		return http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.authorizationEndpoint((endpoint) -> endpoint.authenticationProviders(LocalRedirects::allow));
			server.oidc((oidc) -> oidc.logoutEndpoint((logout) -> logout.authenticationProviders(LocalRedirects::allow))
				.userInfoEndpoint((userInfo) -> userInfo.userInfoMapper(UserClaims::userInfo)));
		})
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SignInPage.PATH)))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain signInSecurity(HttpSecurity http) {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers(SignInPage.PATH, STYLE_SHEET, "/error")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage(SignInPage.PATH))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
			.logout(Customizer.withDefaults())
			.build();
	}

	@Bean
	RouterFunction<ServerResponse> signInRoutes() {
		return RouterFunctions.route()
			.GET(SignInPage.PATH, new SignInPage())
			.resource(RequestPredicates.path(STYLE_SHEET), new ClassPathResource("sandbox/sign-in.css"))
			.build();
	}

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(
				Arrays.stream(SandboxUser.values()).map(LoginConfiguration::account).toList());
	}

	private static UserDetails account(SandboxUser user) {
		return User.withUsername(user.userName()).password("{noop}" + user.userName()).authorities("USER").build();
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings() {
		return AuthorizationServerSettings.builder().build();
	}

	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> userClaims() {
		return UserClaims::add;
	}

}
