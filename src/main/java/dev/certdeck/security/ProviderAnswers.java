package dev.certdeck.security;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.unit.DataSize;

/**
 * Reads every response of the identity provider completely, up to a limit, before it is
 * parsed, and accepts only a JSON object, a token or an error response.
 */
class ProviderAnswers implements ClientHttpRequestInterceptor {

	private static final Log logger = LogFactory.getLog(ProviderAnswers.class);

	private static final JsonMapper JSON = new JsonMapper();

	private final int maxSize;

	ProviderAnswers(DataSize maxSize) {
		this.maxSize = Math.toIntExact(maxSize.toBytes());
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
		try (ClientHttpResponse response = execution.execute(request, body)) {
			HttpStatusCode status = response.getStatusCode();
			if (status.is3xxRedirection() || status.is5xxServerError()) {
				throw failure(request, "answered with HTTP " + status.value(), null);
			}
			byte[] content = response.getBody().readNBytes(this.maxSize + 1);
			if (content.length > this.maxSize) {
				throw failure(request, "sent more than %d bytes".formatted(this.maxSize), null);
			}
			if (status.is2xxSuccessful() && !ProviderAnswer.isToken(response.getHeaders()) && !isJsonObject(content)) {
				throw failure(request, "sent no JSON object", null);
			}
			return new ProviderAnswer(status, response.getHeaders(), content);
		}
		catch (IOException ex) {
			logger.debug("No answer of the identity provider", ex);
			throw failure(request, ConnectionProblem.of(ex), ex);
		}
	}

	private static boolean isJsonObject(byte[] content) {
		try {
			return JSON.readTree(content).isObject();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static ProviderException failure(HttpRequest request, String problem, @Nullable IOException cause) {
		URI uri = request.getURI();
		return new ProviderException(String.format(Locale.ROOT, "the identity provider %s at %s://%s%s", problem,
				uri.getScheme(), uri.getAuthority(), uri.getPath()), cause);
	}

}
