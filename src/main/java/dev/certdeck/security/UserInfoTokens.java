package dev.certdeck.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Extracts user info from the token in which some providers send it (OpenID Connect Core,
 * section 5.3.2), after validation.
 */
class UserInfoTokens implements ClientHttpRequestInterceptor {

	private final JwtDecoder decoder;

	UserInfoTokens(JwtDecoder decoder) {
		this.decoder = decoder;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ClientHttpResponse answer = execution.execute(request, body);
		if (!answer.getStatusCode().is2xxSuccessful() || !ProviderAnswer.isToken(answer.getHeaders())) {
			return answer;
		}
		String token = new String(answer.getBody().readAllBytes(), StandardCharsets.US_ASCII).strip();
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		return new ProviderAnswer(answer.getStatusCode(), headers, claims(token));
	}

	private byte[] claims(String token) {
		try {
			this.decoder.decode(token);
			return Base64.getUrlDecoder().decode(token.split("\\.")[1]);
		}
		catch (JwtException ex) {
			throw new OAuth2AuthenticationException(new OAuth2Error("invalid_user_info_response"), ex);
		}
	}

}
