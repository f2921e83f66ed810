package dev.certdeck.tencent;

import java.time.Duration;

import dev.certdeck.certificate.CallCause;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import io.github.bucket4j.BlockingStrategy;

/**
 * Lets each call wait for its turn.
 */
class Turns {

	private final RateLimiter rateLimiter;

	private final BackgroundBrake brake;

	private final BlockingStrategy pause;

	/**
	 * Creates the turns.
	 * @param rateLimiter limits the calls of each action
	 * @param brake stops the background while the cloud wants fewer calls
	 * @param pause how to wait for the brake
	 */
	Turns(RateLimiter rateLimiter, BackgroundBrake brake, BlockingStrategy pause) {
		this.rateLimiter = rateLimiter;
		this.brake = brake;
		this.pause = pause;
	}

	/**
	 * Waits until a call may be made.
	 * @param call the call
	 * @param deadline the end of its time
	 * @throws CloudException if it gets no turn within its time
	 */
	void await(RemoteCall call, Deadline deadline) {
		try {
			if (call.cause() == CallCause.BACKGROUND) {
				awaitBrake(call, deadline);
			}
			if (!this.rateLimiter.await(call.action(), call.cause(), deadline.left())) {
				throw call.throttled("Certdeck's own limit of requests leaves it no turn within the time of a call");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw call.unreachable("the wait for its turn was interrupted", false, ex);
		}
	}

	private void awaitBrake(RemoteCall call, Deadline deadline) throws InterruptedException {
		Duration wait = this.brake.left();
		while (!wait.isZero()) {
			if (wait.compareTo(deadline.left()) > 0) {
				throw call.throttled(
						"the cloud wants fewer calls, and Certdeck's own wait is longer than the time of a call");
			}
			this.pause.park(wait.toNanos());
			wait = this.brake.left();
		}
	}

	/**
	 * Takes notice of what the cloud answered.
	 * @param answer the failure of a call that was sent
	 */
	void failed(CloudException answer) {
		if (answer.failure() == Failure.THROTTLED) {
			this.brake.pull();
		}
	}

}
