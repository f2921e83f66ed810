package dev.certdeck.http;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StaticFileFilter}.
 */
class StaticFileFilterTests {

	private final StaticFileFilter filter = new StaticFileFilter();

	private final MockHttpSession session = new MockHttpSession();

	@ParameterizedTest
	@CsvSource({ "GET, /static/css/certdeck.css, false", "HEAD, /static/js/a.js, false",
			"GET, /static/webjars/a/b/c.css, false", "GET, /static/favicon.svg, false",
			"POST, /static/css/certdeck.css, true", "GET, /certificates, true", "GET, /static, false",
			"GET, /staticx, true", "GET, /a/static/b, true" })
	void filesOfTheLayoutHaveNoSession(String method, String path, boolean session) throws Exception {
		this.filter.doFilter(request(method, path), new MockHttpServletResponse(), (request, response) -> {
			HttpServletRequest seen = (HttpServletRequest) request;
			assertThat(seen.getSession(false) != null).isEqualTo(session);
			assertThat(seen.getRequestedSessionId() != null).isEqualTo(session);
		});
	}

	@Test
	void noSessionIsMadeForAFile() throws Exception {
		this.filter.doFilter(request("GET", "/static/favicon.svg"), new MockHttpServletResponse(),
				(request, response) -> assertThatIllegalStateException()
					.isThrownBy(() -> ((HttpServletRequest) request).getSession()));
	}

	@Test
	void pageAboutAFileThatDoesNotExistHasTheSession() throws Exception {
		HttpServletRequest[] seen = new HttpServletRequest[1];
		this.filter.doFilter(request("GET", "/static/css/none.css"), new MockHttpServletResponse(),
				(request, response) -> seen[0] = (HttpServletRequest) request);
		assertThat(seen[0].getSession()).isSameAs(this.session);
		assertThat(seen[0].getRequestedSessionId()).isEqualTo("id");
	}

	private MockHttpServletRequest request(String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setSession(this.session);
		request.setRequestedSessionId("id");
		return request;
	}

}
