package dev.certdeck.tencent;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.certdeck.TlsServer;
import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.tencent.FaultyServer.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CloudCalls}.
 */
class CloudCallsTests {

	private static final String MARKER = "body-marker";

	private static final CallLimits LIMITS = TestLimits.generous();

	private final AtomicInteger made = new AtomicInteger();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void returnsWhatTheReaderMakesOfTheBody() {
		try (FakeCloud cloud = new FakeCloud().answering("\u8bc1\u4e66"); CloudCalls calls = calls(LIMITS)) {
			assertThat(perform(calls, cloud.endpoint(), false)).isEqualTo("\u8bc1\u4e66");
			assertThat(cloud.calls()).singleElement().satisfies((call) -> {
				assertThat(call.method()).isEqualTo("POST");
				assertThat(call.body()).isEqualTo(MARKER);
				assertThat(call.contentType()).isEqualTo("text/x-test");
			});
		}
	}

	@Test
	void returnsAnEmptyBody() {
		try (FakeCloud cloud = new FakeCloud().answering(""); CloudCalls calls = calls(LIMITS)) {
			assertThat(perform(calls, cloud.endpoint(), false)).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "500,UNREACHABLE,3,true", "503,UNREACHABLE,3,true", "429,THROTTLED,3,false",
			"404,UNINTELLIGIBLE,1,true", "302,UNINTELLIGIBLE,1,true", "204,UNINTELLIGIBLE,1,true" })
	void tellsFailuresByStatusAndRepeatsOnlyReads(int status, Failure failure, int reads, boolean effect) {
		try (FakeCloud cloud = new FakeCloud().withStatus(status).answering(""); CloudCalls calls = calls(LIMITS)) {
			CloudException read = failure(calls, cloud.endpoint(), false);
			assertThat(read.failure()).isEqualTo(failure);
			assertThat(read.mayHaveTakenEffect()).isFalse();
			assertThat(read).hasMessageContaining("Act on test.host failed: HTTP status " + status);
			assertThat(cloud.calls()).hasSize(reads);
			cloud.calls().clear();
			CloudException write = failure(calls, cloud.endpoint(), true);
			assertThat(write.failure()).isEqualTo(failure);
			assertThat(write.mayHaveTakenEffect()).isEqualTo(effect);
			assertThat(cloud.calls()).hasSize(1);
		}
	}

	@Test
	void countsCallsByOutcomeAndTheirFurtherTries() {
		try (FakeCloud cloud = new FakeCloud().answering("{}"); CloudCalls calls = calls(LIMITS)) {
			perform(calls, cloud.endpoint(), false);
			cloud.withStatus(500);
			failure(calls, cloud.endpoint(), false);
			failure(calls, cloud.endpoint(), true);
			cloud.withStatus(404);
			failure(calls, cloud.endpoint(), false);
		}
		assertThat(counted("ok")).isEqualTo(1);
		assertThat(counted("unreachable")).isEqualTo(2);
		assertThat(counted("unintelligible")).isEqualTo(1);
		assertThat(this.registry.get("certdeck.tencent.retries").tag("action", "Act").counter().count()).isEqualTo(2);
		assertThat(this.registry.get("certdeck.tencent.calls").timers()).hasSize(4);
	}

	@Test
	void countsCallsByTheirCause() {
		try (FakeCloud cloud = new FakeCloud().answering("{}"); CloudCalls calls = calls(LIMITS)) {
			perform(calls, cloud.endpoint(), false);
			CallCause.background(() -> perform(calls, cloud.endpoint(), false));
			CallCause.background(() -> perform(calls, cloud.endpoint(), true));
		}
		assertThat(this.registry.get("certdeck.tencent.calls").timers())
			.extracting((timer) -> timer.getId().getTag("cause"))
			.containsExactlyInAnyOrder("page", "background", "write");
	}

	@Test
	void answerThatThereAreTooManyCallsStopsTheBackgroundAlone() {
		CallLimits limits = TestLimits.of(Duration.ofSeconds(2), Duration.ofSeconds(2), 0);
		RemoteCall call = new RemoteCall("test.host", "Act", false);
		try (FakeCloud cloud = new FakeCloud().answering(""); CloudCalls calls = calls(limits)) {
			catchThrowableOfType(CloudException.class,
					() -> calls.perform(call, () -> request(cloud.endpoint()), (body) -> {
						throw call.refused(new Answer(Reason.RATE, "RequestLimitExceeded", "", "", ""));
					}));
			cloud.calls().clear();
			CloudException failure = CallCause.background(() -> failure(calls, cloud.endpoint(), false));
			assertThat(failure.failure()).isEqualTo(Failure.THROTTLED);
			assertThat(failure).hasMessageContaining("the cloud wants fewer calls");
			assertThat(cloud.calls()).isEmpty();
			perform(calls, cloud.endpoint(), false);
			perform(calls, cloud.endpoint(), true);
			assertThat(cloud.calls()).hasSize(2);
		}
	}

	@Test
	void makesTheRequestAnewForEachTry() {
		try (FakeCloud cloud = new FakeCloud().withStatus(500); CloudCalls calls = calls(LIMITS)) {
			failure(calls, cloud.endpoint(), false);
			assertThat(this.made).hasValue(3);
		}
	}

	@Test
	void doesNotRepeatWhatTheReaderCanNotRead() {
		RemoteCall call = new RemoteCall("test.host", "Act", false);
		try (FakeCloud cloud = new FakeCloud(); CloudCalls calls = calls(LIMITS)) {
			catchThrowableOfType(CloudException.class,
					() -> calls.perform(call, () -> request(cloud.endpoint()), (body) -> {
						throw call.unintelligible("nonsense");
					}));
			assertThat(cloud.calls()).hasSize(1);
		}
	}

	@Test
	void connectionRefusedIsUnreachableWithoutEffect() throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		try (CloudCalls calls = calls(LIMITS)) {
			CloudException failure = failure(calls, "http://127.0.0.1:" + port + "/", true);
			assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
			assertThat(failure.mayHaveTakenEffect()).isFalse();
			assertThat(failure).hasMessageContaining("no connection could be made");
			failure(calls, "http://127.0.0.1:" + port + "/", false);
			assertThat(this.made).hasValue(4);
		}
	}

	@Test
	void unknownHostIsUnreachableWithoutEffect() {
		try (CloudCalls calls = calls(LIMITS)) {
			CloudException failure = failure(calls, "http://no-such-host.invalid/", true);
			assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
			assertThat(failure.mayHaveTakenEffect()).isFalse();
			assertThat(failure).hasMessageContaining("the host is not known");
		}
	}

	@Test
	void serverThatNoAuthorityVouchesForIsSentNothing() throws Exception {
		try (TlsServer cloud = TlsServer.start(TlsServer.Pair.create("localhost")); CloudCalls calls = calls(LIMITS)) {
			CloudException failure = failure(calls, cloud.url(), true);
			assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
			assertThat(failure.mayHaveTakenEffect()).isFalse();
			assertThat(failure).hasMessageContaining("no trusted connection: ");
		}
	}

	@Test
	void handshakeThatStallsIsUnreachableWithoutEffect() {
		CallLimits limits = new CallLimits(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(30), 0,
				Duration.ofMillis(1), 10000, 100, DataSize.ofKilobytes(1));
		try (FakeCloud cloud = new FakeCloud(); CloudCalls calls = calls(limits)) {
			CloudException failure = failure(calls, "https://" + cloud.host() + "/", true);
			assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
			assertThat(failure.mayHaveTakenEffect()).isFalse();
			assertThat(failure).hasMessageContaining("no connection within 300 ms");
		}
	}

	@Test
	void answerOfNoByteMayHaveTakenEffect() {
		unanswered((connection) -> {
		}, LIMITS, 3);
	}

	@Test
	void resetMayHaveTakenEffect() {
		unanswered(Fault.reset(), LIMITS, 3);
	}

	@Test
	void cutAnswerMayHaveTakenEffect() {
		unanswered(FaultyServer.writing("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"code\":0"), LIMITS, 3);
	}

	@Test
	void stallBeyondTheResponseTimeoutMayHaveTakenEffect() {
		unanswered(Fault.stall(), TestLimits.of(Duration.ofMillis(300), Duration.ofSeconds(30), 2), 3);
	}

	@Test
	void stallBeyondTheCallTimeoutEndsTheCall() {
		unanswered(Fault.stall(), TestLimits.of(Duration.ofSeconds(30), Duration.ofMillis(500), 2), 1);
	}

	@Test
	void answerThatDribblesBeyondTheCallTimeoutEndsTheCall() {
		unanswered(Fault.dribble(), TestLimits.of(Duration.ofSeconds(30), Duration.ofMillis(500), 2), 1);
	}

	@Test
	void answerThatIsNotHttpIsUnintelligible() {
		try (FaultyServer server = new FaultyServer(FaultyServer.writing("!!! no http at all\r\n\r\n"));
				CloudCalls calls = calls(LIMITS)) {
			CloudException failure = failure(calls, "http://127.0.0.1:" + server.port() + "/", true);
			assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
			assertThat(failure.mayHaveTakenEffect()).isTrue();
			assertThat(server.requests()).isEqualTo(1);
		}
	}

	@Test
	void answerThatIsTooLargeIsUnintelligible() {
		try (FakeCloud cloud = new FakeCloud().answering("x".repeat((1 << 20) + 1)); CloudCalls calls = calls(LIMITS)) {
			CloudException failure = failure(calls, cloud.endpoint(), false);
			assertThat(failure.failure()).isEqualTo(Failure.UNINTELLIGIBLE);
			assertThat(failure).hasMessageContaining("larger than 1048576 bytes");
		}
	}

	@Test
	void callWithoutTurnInItsTimeIsThrottledAndNotSent() {
		CallLimits limits = TestLimits.of(Duration.ofSeconds(5), Duration.ofSeconds(5), 2);
		try (FakeCloud cloud = new FakeCloud();
				CloudCalls calls = TestLimits.calls(limits, Map.of("Act", 2), new CallMetrics(this.registry))) {
			perform(calls, cloud.endpoint(), true);
			CloudException failure = failure(calls, cloud.endpoint(), true);
			assertThat(failure.failure()).isEqualTo(Failure.THROTTLED);
			assertThat(failure.mayHaveTakenEffect()).isFalse();
			assertThat(cloud.calls()).hasSize(1);
			CloudException other = CallCause.background(() -> catchThrowableOfType(CloudException.class,
					() -> calls.perform(new RemoteCall("test.host", "Other", false), () -> request(cloud.endpoint()),
							(body) -> body)));
			assertThat(other).as("a wait that Certdeck itself orders pulls no brake").isNull();
		}
	}

	@Test
	void interruptEndsTheCallAndStaysSet() {
		try (FaultyServer server = new FaultyServer(Fault.stall()); CloudCalls calls = calls(LIMITS)) {
			Thread.currentThread().interrupt();
			CloudException failure = failure(calls, "http://127.0.0.1:" + server.port() + "/", false);
			assertThat(Thread.interrupted()).isTrue();
			assertThat(failure.failure()).isEqualTo(Failure.UNREACHABLE);
			assertThat(this.made).hasValueLessThanOrEqualTo(1);
		}
	}

	private void unanswered(Fault fault, CallLimits limits, int reads) {
		try (FaultyServer server = new FaultyServer(fault); CloudCalls calls = calls(limits)) {
			String url = "http://127.0.0.1:" + server.port() + "/";
			CloudException write = failure(calls, url, true);
			assertThat(write.failure()).isEqualTo(Failure.UNREACHABLE);
			assertThat(write.mayHaveTakenEffect()).isTrue();
			assertThat(server.requests()).isEqualTo(1);
			CloudException read = failure(calls, url, false);
			assertThat(read.failure()).isEqualTo(Failure.UNREACHABLE);
			assertThat(read.mayHaveTakenEffect()).isFalse();
			assertThat(server.requests()).isEqualTo(1 + reads);
			assertThat(List.of(write, read)).allSatisfy((ex) -> assertThat(ex).message().doesNotContain(MARKER));
		}
	}

	private CloudException failure(CloudCalls calls, String url, boolean write) {
		return catchThrowableOfType(CloudException.class, () -> perform(calls, url, write));
	}

	private String perform(CloudCalls calls, String url, boolean write) {
		return calls.perform(new RemoteCall("test.host", "Act", write), () -> request(url),
				(body) -> new String(body, StandardCharsets.UTF_8));
	}

	private SignedRequest request(String url) {
		this.made.incrementAndGet();
		return new SignedRequest("POST", URI.create(url), Map.of("Content-Type", "text/x-test"),
				MARKER.getBytes(StandardCharsets.UTF_8));
	}

	private long counted(String outcome) {
		return this.registry.get("certdeck.tencent.calls")
			.tag("action", "Act")
			.tag("outcome", outcome)
			.timers()
			.stream()
			.mapToLong(Timer::count)
			.sum();
	}

	private CloudCalls calls(CallLimits limits) {
		return TestLimits.calls(limits, Map.of(), new CallMetrics(this.registry));
	}

}
