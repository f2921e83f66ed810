package dev.certdeck.tencent.v3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import dev.certdeck.tencent.CloudCalls;
import dev.certdeck.tencent.Endpoints;
import dev.certdeck.tencent.FakeCloud;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.TestLimits;
import dev.certdeck.tencent.signing.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A cloud that answers each action of API 3.0 as told, and the adapter for it.
 */
final class ActionCloud implements AutoCloseable {

	static final Instant NOW = Instant.parse("2026-11-25T04:30:00Z");

	private final Map<String, Function<FakeCloud.Call, String>> answers = new ConcurrentHashMap<>();

	private final FakeCloud server = new FakeCloud().answeringCalls((call) -> {
		String action = call.header("X-TC-Action");
		return this.answers.getOrDefault(action, (unknown) -> error("InvalidAction", action)).apply(call);
	});

	private final CloudCalls calls = TestLimits.calls();

	private final Parallel parallel = new Parallel(4);

	ActionCloud answering(String action, String json) {
		return answering(action, (body) -> json);
	}

	ActionCloud answering(String action, Function<String, String> answer) {
		return answeringCalls(action, (call) -> answer.apply(call.body()));
	}

	ActionCloud answeringCalls(String action, Function<FakeCloud.Call, String> answer) {
		this.answers.put(action, answer);
		return this;
	}

	static String error(String code, String message) {
		return "{\"Response\":{\"Error\":{\"Code\":\"%s\",\"Message\":\"%s\"},\"RequestId\":\"req-7\"}}".formatted(code,
				message);
	}

	static String response(String fields) {
		return "{\"Response\":{%s,\"RequestId\":\"req-7\"}}".formatted(fields.replace('\'', '"'));
	}

	static String json(String name) {
		try (InputStream in = ActionCloud.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	V3Client client() {
		Credentials credentials = new Credentials("AKIDtest", "test-key", "test-token");
		return new V3Client(this.calls, new JsonRequests(new Endpoints(this.server.endpoint(), Map.of(), "/"),
				() -> credentials, Clock.fixed(NOW, ZoneOffset.UTC)), "ap-guangzhou");
	}

	V3CertificateStore store() {
		return new V3CertificateStore(client(), this.parallel, null);
	}

	ResourceBindings resources(Duration timeout) {
		return resources(timeout, null);
	}

	ResourceBindings resources(Duration timeout, @Nullable ClbListeners listeners) {
		return new ResourceBindings(
				new BindTasks(new BindTaskCalls(client(), this.parallel), timeout, Duration.ofMillis(1)),
				new ResourceNames(client()), listeners);
	}

	ClbListeners listeners(String... regions) {
		return new ClbListeners(new V3LoadBalancers(client()), this.parallel, List.of(regions),
				Clock.fixed(NOW, ZoneOffset.UTC));
	}

	FakeCloud server() {
		return this.server;
	}

	/**
	 * Returns the bodies of the calls of an action.
	 * @param action the action
	 * @return the bodies in their order
	 */
	List<String> bodies(String action) {
		return this.server.calls()
			.stream()
			.filter((call) -> call.header("X-TC-Action").equals(action))
			.map(FakeCloud.Call::body)
			.toList();
	}

	@Override
	public void close() {
		this.parallel.close();
		this.calls.close();
		this.server.close();
	}

}
