package dev.certdeck.security;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Configures the access to the identity provider. All of it shares one HTTP client, which
 * has its own trusted authorities, limits of time and size, and follows no redirect.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SsoProperties.class)
class ProviderConfiguration {

	@Bean
	RestTemplate providerHttp(SsoProperties properties) {
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.sslContext(ProviderTrust.context(properties.caFile()))
			.build();
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
		requests.setReadTimeout(properties.responseTimeout());
		RestTemplate http = new RestTemplate(requests);
		http.setInterceptors(List.of(new ProviderAnswers(properties.maxResponseSize())));
		http.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
		http.getMessageConverters().add(0, new OAuth2AccessTokenResponseHttpMessageConverter());
		return http;
	}

	@Bean
	Provider provider(RestTemplate providerHttp, SsoProperties properties, Clock clock) {
		Discovery discovery = new Discovery(RestClient.create(providerHttp), String.valueOf(properties.issuerUri()),
				(endpoints) -> registration(endpoints, properties));
		return new Provider(discovery, ProviderConfiguration::inBackground, clock);
	}

	private static void inBackground(Runnable task) {
		Thread thread = new Thread(task, "provider");
		thread.setDaemon(true);
		thread.start();
	}

	private static ClientRegistration registration(ClientRegistration.Builder endpoints, SsoProperties properties) {
		return endpoints.registrationId(Provider.REGISTRATION)
			.clientId(String.valueOf(properties.clientId()))
			.clientSecret(properties.clientSecret())
			.scope(properties.scopes())
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.clientSettings(ClientSettings.builder().requireProofKey(true).build())
			.build();
	}

	@Bean
	TokenDecoders tokenDecoders(Provider provider) {
		return new TokenDecoders(provider);
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient(RestTemplate providerHttp,
			Provider provider) {
		RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
		tokens.setRestClient(RestClient.create(providerHttp));
		return (request) -> provider.use((metadata) -> tokens.getTokenResponse(
				new OAuth2AuthorizationCodeGrantRequest(metadata.registration(), request.getAuthorizationExchange())));
	}

	@Bean
	OAuth2UserService<OidcUserRequest, OidcUser> people(RestTemplate providerHttp, Provider provider,
			TokenDecoders decoders) {
		RestTemplate http = new RestTemplate(providerHttp.getRequestFactory());
		http.setInterceptors(List.of(new UserInfoTokens(decoders.userInfo())));
		http.setErrorHandler(providerHttp.getErrorHandler());
		DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
		userInfo.setRestOperations(http);
		OidcUserService people = new OidcUserService();
		people.setOauth2UserService(userInfo);
		return (request) -> provider.use((metadata) -> people.loadUser(new OidcUserRequest(metadata.registration(),
				request.getAccessToken(), request.getIdToken(), request.getAdditionalParameters())));
	}

	@Bean
	GroupsOverage groupsOverage(SsoProperties properties) {
		return new GroupsOverage(properties.groupsClaim());
	}

	@Bean
	OAuth2AuthorizedClientRepository accessTokens() {
		return new NoAccessTokens();
	}

}
