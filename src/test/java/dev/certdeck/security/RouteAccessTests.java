package dev.certdeck.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes over every route with every role and with none.
 */
@PageTest
class RouteAccessTests {

	static final List<Route> ROUTES = List.of(new Route("GET", "/", Role.VIEWER),
			new Route("GET", "/certificates", Role.VIEWER), new Route("GET", "/certificates/progress", Role.VIEWER),
			new Route("POST", "/certificates/refresh", Role.VIEWER),
			new Route("POST", "/certificates/{id}/refresh", Role.VIEWER),
			new Route("GET", "/certificates/{id}/deletion", Role.VIEWER),
			new Route("GET", "/certificates/{id}", Role.VIEWER),
			new Route("GET", "/certificates/{id}/chain.pem", Role.VIEWER),
			new Route("GET", "/certificates/{id}/delete", Role.OPERATOR),
			new Route("POST", "/certificates/{id}/delete", Role.OPERATOR),
			new Route("GET", "/certificates/upload", Role.OPERATOR),
			new Route("POST", "/certificates/upload", Role.OPERATOR),
			new Route("POST", "/certificates/upload/check", Role.OPERATOR),
			new Route("GET", "/certificates/upload/unknown", Role.OPERATOR), new Route("GET", "/audit", Role.ADMIN),
			new Route("GET", "/audit.csv", Role.ADMIN), new Route("GET", "/audit/{id:\\d{1,18}}/chain.pem", Role.ADMIN),
			new Route("GET", "/signed-out", null), new Route("GET", "/sign-in-failed/{problem}", null),
			new Route("POST", "/logout/connect/back-channel/sso", null), new Route("*", "/denied", null),
			new Route("*", "/error", null));

	@Autowired
	MockMvcTester pages;

	@Autowired
	List<RequestMappingHandlerMapping> mappings;

	static Stream<Arguments> writesAndPeople() {
		return routesAndPeople().filter(
				(row) -> row.get()[0] instanceof Route route && route.method().equals("POST") && route.role() != null);
	}

	static Stream<Arguments> routesAndPeople() {
		return ROUTES.stream()
			.filter((route) -> !route.method().equals("*"))
			.flatMap((route) -> Stream
				.concat(Stream.of("nobody", "no role"), Arrays.stream(Role.values()).map(Role::name))
				.map((person) -> Arguments.of(route, person)));
	}

	@ParameterizedTest(name = "{0} by {1}")
	@MethodSource("routesAndPeople")
	void routeIsOpenToItsRoleAndThoseAbove(Route route, String person) {
		MvcTestResult result = call(route, person);
		String location = result.getResponse().getHeader("Location");
		if (route.role() == null) {
			assertThat(result.getResponse().getStatus()).isIn(200, 400, 401);
			assertThat(location).isNull();
		}
		else if (person.equals("nobody")) {
			assertThat(result.getResponse().getStatus()).isEqualTo(302);
			assertThat(location).endsWith("/oauth2/authorization/sso");
		}
		else if (person.equals("no role") || Role.valueOf(person).compareTo(route.role()) < 0) {
			assertThat(result.getResponse().getStatus()).isEqualTo(403);
		}
		else {
			assertThat(result.getResponse().getStatus()).isNotIn(401, 403, 405, 500);
			assertThat(String.valueOf(location)).doesNotContain("oauth2");
		}
	}

	@ParameterizedTest(name = "{0} without a CSRF token by {1}")
	@MethodSource("writesAndPeople")
	void writeWithoutCsrfTokenIsRefused(Route route, String person) {
		MockMvcTester.MockMvcRequestBuilder request = this.pages.post().uri(route.url());
		signIn(request, person);
		assertThat(request.exchange()).hasStatus(403).hasForwardedUrl("/denied");
	}

	@Test
	void everyRouteStandsInTheTable() {
		Set<String> mapped = new TreeSet<>();
		this.mappings
			.forEach((mapping) -> mapping.getHandlerMethods().keySet().forEach((info) -> mapped.addAll(names(info))));
		assertThat(mapped).containsExactlyInAnyOrderElementsOf(
				ROUTES.stream().map((route) -> route.method() + " " + route.pattern()).toList());
	}

	@Test
	void whatIsNotMappedIsDeniedToWrites() {
		MvcTestResult result = this.pages.put()
			.uri("/certificates")
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.with(SecurityMockMvcRequestPostProcessors.oidcLogin().authorities(Role.ADMIN.authority()))
			.exchange();
		assertThat(result.getResponse().getStatus()).isEqualTo(403);
	}

	private MvcTestResult call(Route route, String person) {
		MockMvcTester.MockMvcRequestBuilder request = this.pages.method(HttpMethod.valueOf(route.method()))
			.uri(route.url())
			.accept(MediaType.TEXT_HTML)
			.with(SecurityMockMvcRequestPostProcessors.csrf());
		signIn(request, person);
		return request.exchange();
	}

	private static void signIn(MockMvcTester.MockMvcRequestBuilder request, String person) {
		if (person.equals("no role")) {
			request.with(SecurityMockMvcRequestPostProcessors.oidcLogin().authorities(List.of()));
		}
		else if (!person.equals("nobody")) {
			request
				.with(SecurityMockMvcRequestPostProcessors.oidcLogin().authorities(Role.valueOf(person).authority()));
		}
	}

	private static List<String> names(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		List<String> names = methods.isEmpty() ? List.of("*") : methods.stream().map(RequestMethod::name).toList();
		return info.getPatternValues()
			.stream()
			.flatMap((pattern) -> names.stream().map((method) -> method + " " + pattern))
			.toList();
	}

	record Route(String method, String pattern, @Nullable Role role) {

		String url() {
			return this.pattern.replace("{id}", "GjTNRoK7")
				.replaceAll("\\{id:.*}", "1")
				.replace("{problem}", "refused");
		}

		@Override
		public String toString() {
			return this.method + " " + this.pattern;
		}

	}

}
