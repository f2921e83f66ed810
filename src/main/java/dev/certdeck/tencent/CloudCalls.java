package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.tencent.TransportException.Stage;

/**
 * Carries calls out within their limits. A read that fails on its way or for lack of
 * quota is repeated, a write never.
 */
public class CloudCalls implements AutoCloseable {

	private static final Set<Failure> REPEATABLE = Set.of(Failure.UNREACHABLE, Failure.THROTTLED);

	private static final int OK = 200;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private final CallLimits limits;

	private final HttpTransport transport;

	private final RateLimiter rateLimiter;

	private final Backoff backoff;

	private final CallMetrics metrics;

	/**
	 * Creates the calls.
	 * @param limits the limits of each call
	 * @param random spreads the waits before repetitions
	 * @param metrics counts and times the calls
	 */
	public CloudCalls(CallLimits limits, RandomGenerator random, CallMetrics metrics) {
		this.limits = limits;
		this.transport = new HttpTransport(limits.connectTimeout(), limits.maxAnswerBytes());
		this.rateLimiter = new RateLimiter(limits.requestsPerSecond(), limits.requestsPerMinute());
		this.backoff = new Backoff(limits.backoff(), random);
		this.metrics = metrics;
	}

	/**
	 * Carries a call out.
	 * @param <T> what the answer is read into
	 * @param call the call
	 * @param request makes the request, anew for each try
	 * @param reader reads the body of an answer with status 200, or throws a
	 * {@link CloudException}
	 * @return what was read
	 * @throws CloudException if the call fails
	 */
	public <T> T perform(RemoteCall call, Supplier<SignedRequest> request, Function<byte[], T> reader) {
		return this.metrics.timed(call, () -> repeat(call, request, reader));
	}

	private <T> T repeat(RemoteCall call, Supplier<SignedRequest> request, Function<byte[], T> reader) {
		Deadline deadline = new Deadline(this.limits.callTimeout());
		for (int failures = 1;; failures++) {
			awaitTurn(call, deadline);
			try {
				return reader.apply(exchange(call, request.get(), deadline));
			}
			catch (CloudException ex) {
				if (call.write() || failures > this.limits.retries() || !REPEATABLE.contains(ex.failure())
						|| !pause(this.backoff.after(failures), deadline)) {
					throw ex;
				}
				this.metrics.retried(call);
			}
		}
	}

	private void awaitTurn(RemoteCall call, Deadline deadline) {
		try {
			if (!this.rateLimiter.await(call.action(), deadline.left())) {
				throw call.throttled("Certdeck's own limit of requests leaves it no turn within the time of a call");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw call.unreachable("the wait for its turn was interrupted", false, ex);
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

	private static byte[] body(RemoteCall call, HttpAnswer answer) {
		int status = answer.status();
		if (status == OK) {
			return answer.body();
		}
		if (status == TOO_MANY_REQUESTS) {
			throw call.throttled("HTTP status 429");
		}
		if (status >= SERVER_ERROR) {
			throw call.unreachable("HTTP status " + status, true, null);
		}
		throw call.unintelligible("HTTP status " + status);
	}

	private static boolean pause(Duration pause, Deadline deadline) {
		if (!deadline.leaves(pause)) {
			return false;
		}
		try {
			Thread.sleep(pause.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		this.transport.close();
	}

}
