package dev.certdeck.security;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However a proxy spells where Certdeck is, the sign-in begins and ends there.
 */
@TestPropertySource(properties = "certdeck.web.trusted-proxies=127.0.0.1")
class ProxiedSignInTests extends ProviderScene {

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-Proto: https | X-Forwarded-Host: certs.example.com",
			"X-Forwarded-Proto: HTTPS | X-Forwarded-Host: Certs.Example.com:443",
			"X-Forwarded-Proto: \"https\" | X-Forwarded-Host: certs.example.com | X-Forwarded-Port: 443",
			"X-Forwarded-Proto: http, Https | X-Forwarded-Host: other, certs.example.com | X-Forwarded-Port: 80",
			"X-Forwarded-Ssl: On | X-Forwarded-Host: certs.example.com | X-Forwarded-Prefix: /",
			"Forwarded: for=\"[2001:db8::1]:4711\";proto=\"HTTPS\";host=\"certs.example.com:443\"" })
	void cookiesAndRedirectsAreTheSame(String spelling) {
		String[] headers = Stream.of(spelling.split(" \\| "))
			.flatMap((header) -> Stream.of(header.split(": ", 2)))
			.toArray(String[]::new);
		HttpResponse<String> page = this.agent.step("/certificates", headers);
		assertThat(page.headers().firstValue("Location"))
			.hasValue("https://certs.example.com/oauth2/authorization/sso");
		assertThat(page.headers().firstValue("Set-Cookie")).get()
			.asString()
			.matches("__Host-CERTDECK=[A-Za-z0-9_-]{36}; Path=/; Secure; HttpOnly; SameSite=Lax");
		HttpResponse<String> question = this.agent.step("/oauth2/authorization/sso", headers);
		assertThat(question.headers().firstValue("Location")).get()
			.asString()
			.contains("redirect_uri=https://certs.example.com/login/oauth2/code/sso");
		assertThat(question.headers().firstValue("Set-Cookie")).get()
			.asString()
			.startsWith("__Host-CERTDECK-")
			.contains("; Path=/; ", "; Secure; HttpOnly; SameSite=Lax");
	}

}
