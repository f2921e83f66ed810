package dev.certdeck.sandbox.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/**
 * The page on which the users of the sandbox sign in.
 */
class SignInPage implements HandlerFunction<ServerResponse> {

	static final String PATH = "/sign-in";

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private static final String WRONG = """
			<p class="message" role="alert">This user name and password do not belong together. Both are the same word,
			one of those listed below.</p>""";

	private static final String SIGNED_OUT = """
			<p class="message" role="status">You have signed out.</p>""";

	private final String template = read("sandbox/sign-in.html");

	@Override
	public ServerResponse handle(ServerRequest request) {
		return ServerResponse.ok().contentType(HTML).body(html(request));
	}

	private String html(ServerRequest request) {
		CsrfToken token = (CsrfToken) request.attribute(CsrfToken.class.getName()).orElseThrow();
		return this.template.replace("{message}", message(request))
			.replace("{users}", users())
			.replace("{csrf-name}", HtmlUtils.htmlEscape(token.getParameterName()))
			.replace("{csrf-token}", HtmlUtils.htmlEscape(token.getToken()));
	}

	private static String message(ServerRequest request) {
		if (request.param("error").isPresent()) {
			return WRONG;
		}
		return request.param("logout").isPresent() ? SIGNED_OUT : "";
	}

	private static String users() {
		return Arrays.stream(SandboxUser.values()).map(SignInPage::row).collect(Collectors.joining("\n"));
	}

	private static String row(SandboxUser user) {
		return "<tr><th scope=\"row\"><code>%s</code></th><td>%s %s</td></tr>".formatted(
				HtmlUtils.htmlEscape(user.userName()), HtmlUtils.htmlEscape(user.displayName()),
				HtmlUtils.htmlEscape(user.right()));
	}

	private static String read(String path) {
		try {
			return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
