package dev.certdeck.tencent.v2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;

import dev.certdeck.tencent.CloudCalls;
import dev.certdeck.tencent.Endpoints;
import dev.certdeck.tencent.FakeCloud;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.TestLimits;
import dev.certdeck.tencent.signing.Credentials;

/**
 * A cloud that answers as told, and the client for it.
 */
final class TestCloud implements AutoCloseable {

	static final Credentials CREDENTIALS = new Credentials("AKIDtest", "test-key", null);

	static final Instant NOW = Instant.ofEpochSecond(1_500_000_000);

	private final FakeCloud server = new FakeCloud();

	private final CloudCalls calls = TestLimits.calls();

	private final Parallel parallel = new Parallel(4);

	TestCloud answering(String json) {
		this.server.answering(json);
		return this;
	}

	TestCloud answering(Function<Map<String, String>, String> answer) {
		this.server.answering(answer);
		return this;
	}

	static String json(String name) {
		try (InputStream in = TestCloud.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	FakeCloud server() {
		return this.server;
	}

	Parallel parallel() {
		return this.parallel;
	}

	V2Client client() {
		return new V2Client(this.calls,
				new FormRequests(new Endpoints(this.server.endpoint(), Map.of(), "/v2/index.php"), () -> CREDENTIALS,
						"ap-guangzhou", Clock.fixed(NOW, ZoneOffset.UTC), new Random(1)));
	}

	@Override
	public void close() {
		this.parallel.close();
		this.calls.close();
		this.server.close();
	}

}
