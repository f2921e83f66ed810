package dev.certdeck.tencent;

import java.util.function.Supplier;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Message;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Counts and times calls to the cloud.
 */
public class CallMetrics {

	private final MeterRegistry registry;

	/**
	 * Creates the metrics.
	 * @param registry the registry of the meters
	 */
	public CallMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/**
	 * Times a whole call, with its tries and waits.
	 * @param <T> the type of the result
	 * @param call the call
	 * @param work performs the call
	 * @return what the work returns
	 * @throws CloudException if the call fails
	 */
	<T> T timed(RemoteCall call, Supplier<T> work) {
		Timer.Sample sample = Timer.start(this.registry);
		String outcome = "failed";
		try {
			T result = work.get();
			outcome = "ok";
			return result;
		}
		catch (CloudException ex) {
			outcome = Message.key(ex.failure());
			throw ex;
		}
		finally {
			sample.stop(Timer.builder("certdeck.tencent.calls")
				.description("The calls to Tencent Cloud, each with its tries and waits")
				.tag("action", call.action())
				.tag("cause", Message.key(call.cause()))
				.tag("outcome", outcome)
				.register(this.registry));
		}
	}

	/**
	 * Counts a further try of a call.
	 * @param call the call
	 */
	void retried(RemoteCall call) {
		Counter.builder("certdeck.tencent.retries")
			.description("The further tries of calls to Tencent Cloud")
			.tag("action", call.action())
			.register(this.registry)
			.increment();
	}

}
