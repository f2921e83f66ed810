package dev.certdeck.tencent;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends HTTP requests, each once, without following redirects. Its client is not that of
 * the application, so that no setting can make it log requests.
 */
class HttpTransport implements AutoCloseable {

	/**
	 * Reactor's context key for the handler of errors after cancellation, which are
	 * logged by default.
	 */
	private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

	private static final Consumer<Throwable> IGNORE = (dropped) -> {
	};

	private final ExecutorService executor;

	private final WebClient client;

	private final TransportFailures failures;

	HttpTransport(Duration connectTimeout, int maxResponseBytes) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("tencent-http-");
		threads.setDaemon(true);
		this.executor = Executors.newCachedThreadPool(threads);
		HttpClient http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(connectTimeout)
			.executor(this.executor)
			.build();
		this.client = WebClient.builder().clientConnector(new JdkClientHttpConnector(http)).codecs((codecs) -> {
			codecs.defaultCodecs().maxInMemorySize(maxResponseBytes);
			codecs.defaultCodecs().enableLoggingRequestDetails(false);
		}).build();
		this.failures = new TransportFailures(connectTimeout, maxResponseBytes);
	}

	/**
	 * Sends a request and waits for the whole answer.
	 * @param request the request
	 * @param limit how long to wait
	 * @return the answer of any status, with a body only if that is 200
	 * @throws TransportException if there is none
	 */
	ResponseEntity<byte[]> exchange(SignedRequest request, Duration limit) throws TransportException {
		CompletableFuture<ResponseEntity<byte[]>> answer = send(request).toFuture();
		try {
			return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (ExecutionException ex) {
			throw this.failures.of(ex.getCause());
		}
		catch (TimeoutException ex) {
			throw TransportFailures.late(limit);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw TransportFailures.interrupted(ex);
		}
		finally {
			answer.cancel(true);
		}
	}

	private Mono<ResponseEntity<byte[]>> send(SignedRequest request) {
		return this.client.method(HttpMethod.valueOf(request.method()))
			.uri(request.uri())
			.headers((headers) -> request.headers().forEach(headers::set))
			.bodyValue(request.body())
			.exchangeToMono(HttpTransport::read)
			.contextWrite((context) -> context.put(ON_ERROR_DROPPED, IGNORE));
	}

	private static Mono<ResponseEntity<byte[]>> read(ClientResponse response) {
		if (response.statusCode().isSameCodeAs(HttpStatus.OK)) {
			return response.toEntity(byte[].class);
		}
		return response.releaseBody()
			.onErrorComplete()
			.thenReturn(ResponseEntity.status(response.statusCode()).build());
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
