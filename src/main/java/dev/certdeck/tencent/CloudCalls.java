package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.tencent.TransportException.Stage;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * Performs calls within their limits. A read that gets no answer or exceeds the quota is
 * tried again, a write never is.
 */
public class CloudCalls implements AutoCloseable {

	private static final Set<Failure> REPEATABLE = Set.of(Failure.UNREACHABLE, Failure.THROTTLED);

	private final CallLimits limits;

	private final HttpTransport transport;

	private final Turns turns;

	private final RetryTemplate retries;

	private final CallMetrics metrics;

	/**
	 * Creates the calls.
	 * @param limits the limits of each call
	 * @param turns lets each try wait for its turn
	 * @param metrics counts and times the calls
	 */
	CloudCalls(CallLimits limits, Turns turns, CallMetrics metrics) {
		this.limits = limits;
		this.transport = new HttpTransport(limits.connectTimeout(),
				Math.toIntExact(limits.maxResponseSize().toBytes()));
		this.turns = turns;
		this.retries = new RetryTemplate(RetryPolicy.builder()
			.predicate((failure) -> failure instanceof CloudException ex && REPEATABLE.contains(ex.failure()))
			.maxRetries(limits.retries())
			.delay(limits.backoff())
			.multiplier(2)
			.jitter(limits.backoff().dividedBy(2))
			.timeout(limits.callTimeout())
			.build());
		this.metrics = metrics;
	}

	/**
	 * Performs a call.
	 * @param <T> what the answer is read into
	 * @param call the call
	 * @param request creates the request of each try
	 * @param reader reads the body of an answer with status 200, or throws a
	 * {@link CloudException}
	 * @return what was read
	 * @throws CloudException if the call fails
	 */
	public <T> T perform(RemoteCall call, Supplier<SignedRequest> request, Function<byte[], T> reader) {
		Deadline deadline = new Deadline(this.limits.callTimeout());
		return this.metrics.timed(call, () -> call.write() ? attempt(call, request, reader, deadline)
				: repeat(call, () -> attempt(call, request, reader, deadline)));
	}

	private <T> T repeat(RemoteCall call, Supplier<T> attempt) {
		AtomicInteger attempts = new AtomicInteger();
		return this.retries.invoke(() -> {
			if (attempts.getAndIncrement() > 0) {
				this.metrics.retried(call);
			}
			return attempt.get();
		});
	}

	private <T> T attempt(RemoteCall call, Supplier<SignedRequest> request, Function<byte[], T> reader,
			Deadline deadline) {
		this.turns.await(call, deadline);
		try {
			return reader.apply(exchange(call, request.get(), deadline));
		}
		catch (CloudException ex) {
			this.turns.failed(ex);
			throw ex;
		}
	}

	private byte[] exchange(RemoteCall call, SignedRequest request, Deadline deadline) {
		Duration left = deadline.left();
		if (left.isNegative() || left.isZero()) {
			throw call.unreachable("the time of the call was over before it was sent", false, null);
		}
		try {
			boolean lessThanTry = left.compareTo(this.limits.responseTimeout()) < 0;
			return body(call, this.transport.exchange(request, lessThanTry ? left : this.limits.responseTimeout()));
		}
		catch (TransportException ex) {
			if (ex.stage() == Stage.UNREADABLE) {
				throw call.unintelligible(String.valueOf(ex.getMessage()));
			}
			throw call.unreachable(String.valueOf(ex.getMessage()), ex.stage() == Stage.UNANSWERED, ex.getCause());
		}
	}

	private static byte[] body(RemoteCall call, ResponseEntity<byte[]> answer) {
		HttpStatusCode status = answer.getStatusCode();
		if (status.isSameCodeAs(HttpStatus.OK)) {
			return Objects.requireNonNullElse(answer.getBody(), new byte[0]);
		}
		if (status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
			throw call.throttled("HTTP status 429");
		}
		if (status.value() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
			throw call.unreachable("HTTP status " + status.value(), true, null);
		}
		throw call.unintelligible("HTTP status " + status.value());
	}

	@Override
	public void close() {
		this.transport.close();
	}

}
