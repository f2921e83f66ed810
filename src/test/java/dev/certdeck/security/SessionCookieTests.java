package dev.certdeck.security;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionCookie}.
 */
class SessionCookieTests {

	private final SessionCookie cookie = new SessionCookie();

	@ParameterizedTest
	@CsvSource({ "true, '', '__Host-CERTDECK=id; Path=/; Secure; HttpOnly; SameSite=Lax'",
			"true, /certs, '__Secure-CERTDECK=id; Path=/certs; Secure; HttpOnly; SameSite=Lax'",
			"false, '', 'CERTDECK=id; Path=/; HttpOnly; SameSite=Lax'",
			"false, /certs, 'CERTDECK=id; Path=/certs; HttpOnly; SameSite=Lax'" })
	void nameAndAttributesPromiseWhatHolds(boolean secure, String prefix, String expected) {
		assertThat(written(request(secure, prefix), "id")).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "true, ''", "true, /certs", "false, ''" })
	void cookieThatIsTakenBackKeepsNameAndPath(boolean secure, String prefix) {
		MockHttpServletRequest request = request(secure, prefix);
		assertThat(written(request, "")).contains("CERTDECK=; Path=" + (prefix.isEmpty() ? "/" : prefix), "Max-Age=0;");
	}

	@ParameterizedTest
	@CsvSource({ "true, '', host", "true, /certs, secure", "false, '', plain" })
	void onlyTheCookieOfTheRightNameIsRead(boolean secure, String prefix, String expected) {
		MockHttpServletRequest request = request(secure, prefix);
		request.setCookies(new Cookie("CERTDECK", "plain"), new Cookie("__Secure-CERTDECK", "secure"),
				new Cookie("__Host-CERTDECK", "host"));
		assertThat(this.cookie.readCookieValues(request)).containsExactly(expected);
	}

	private String written(MockHttpServletRequest request, String value) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.cookie.writeCookieValue(new CookieValue(request, response, value));
		return String.valueOf(response.getHeader("Set-Cookie"));
	}

	private static MockHttpServletRequest request(boolean secure, String prefix) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", prefix + "/certificates");
		request.setContextPath(prefix);
		request.setSecure(secure);
		return request;
	}

}
