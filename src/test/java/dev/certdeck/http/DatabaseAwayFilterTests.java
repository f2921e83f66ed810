package dev.certdeck.http;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

import dev.certdeck.web.TestMessages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link DatabaseAwayFilter}.
 */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayFilterTests {

	private final DatabaseWatch watch = mock();

	private final DatabaseAwayFilter filter = new DatabaseAwayFilter(
			new ErrorPage(engine(), new FixedLocaleResolver(Locale.ENGLISH)), this.watch);

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/certs/certificates");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	static Stream<Exception> failures() {
		return Stream.of(new CannotCreateTransactionException("no connection"),
				new TransactionSystemException("rollback failed"), new DataAccessResourceFailureException("terminated"),
				new ServletException("Request processing failed", new DataAccessResourceFailureException("gone")));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void databaseThatDoesNotAnswerIsAPage(Exception failure, CapturedOutput output) throws Exception {
		this.request.setContextPath("/certs");
		this.response.setHeader("X-From-Before", "kept");
		filter(failing(failure));
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getContentAsString()).contains("<h1>The database does not answer</h1>",
				"href=\"/certs/certificates\"", "look at the certificate before you repeat it");
		assertThat(this.response.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(this.response.getHeader("X-From-Before")).isEqualTo("kept");
		assertThat(output.getAll().lines().filter((line) -> line.contains("The database does not answer: ")))
			.hasSize(1);
		assertThat(output.getAll()).doesNotContain("\tat ");
		verify(this.watch).suspect();
	}

	@Test
	void databaseThatIsKnownToBeAwayIsAPageAtOnce() throws Exception {
		given(this.watch.isAway()).willReturn(true);
		filter((request, response) -> fail("The database was asked"));
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("10");
		assertThat(this.response.getContentAsString()).contains("<h1>The database does not answer</h1>");
	}

	@Test
	void errorPagesAreNotTriedMeanwhile() throws Exception {
		given(this.watch.isAway()).willReturn(true);
		this.request.setDispatcherType(DispatcherType.ERROR);
		this.request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/static/css/none.css");
		filter((request, response) -> fail("The database was asked"));
		assertThat(this.response.getStatus()).isEqualTo(503);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /static/css/certdeck.css, 200", "HEAD, /static/favicon.svg, 200",
			"GET, /static/webjars/a/b.css, 200", "POST, /static/css/certdeck.css, 503", "GET, /certificates, 503",
			"GET, /csss, 503" })
	void filesOfTheLayoutComeMeanwhile(String method, String path, int status) throws Exception {
		given(this.watch.isAway()).willReturn(true);
		MockHttpServletRequest file = new MockHttpServletRequest(method, "/certs" + path);
		file.setContextPath("/certs");
		this.filter.doFilter(file, this.response, (request, response) -> {
		});
		assertThat(this.response.getStatus()).isEqualTo(status);
	}

	@Test
	void otherFailuresAreLeftToOthers() {
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> filter(failing(new DuplicateKeyException("twice"))));
	}

	@Test
	void answerThatHasBegunIsNotMixedUp() {
		assertThatExceptionOfType(CannotCreateTransactionException.class)
			.isThrownBy(() -> filter((request, response) -> {
				response.flushBuffer();
				throw new CannotCreateTransactionException("no connection");
			}));
	}

	private void filter(FilterChain chain) throws ServletException, IOException {
		this.filter.doFilter(this.request, this.response, chain);
	}

	private static FilterChain failing(Exception failure) {
		return (request, response) -> {
			if (failure instanceof ServletException servlet) {
				throw servlet;
			}
			throw (RuntimeException) failure;
		};
	}

	private static SpringTemplateEngine engine() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		engine.setTemplateEngineMessageSource(TestMessages.load());
		return engine;
	}

}
