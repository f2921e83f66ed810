package dev.certdeck.pki;

import java.math.BigInteger;

/**
 * The work that reading an upload may cost: its deadline, and a number of iterations for
 * deriving keys from passphrases. Both are checked before the work begins.
 */
final class WorkBudget {

	private static final long MAXIMUM_ITERATIONS = 700_000;

	/**
	 * The length of the longest salt in bytes. It is processed again for every block.
	 */
	private static final int LONGEST_SALT = 1024;

	private final Deadline deadline;

	private long left = MAXIMUM_ITERATIONS;

	private boolean exhausted;

	WorkBudget(Deadline deadline) {
		this.deadline = deadline;
	}

	void requireTime() {
		if (this.deadline.isOver()) {
			this.exhausted = true;
			throw new UnreadableException(FindingCode.OUT_OF_TIME, this.deadline.seconds());
		}
	}

	/**
	 * Tells whether the time is over and a problem says so.
	 * @return {@code true} if nothing more should be read
	 */
	boolean isExhausted() {
		return this.exhausted;
	}

	/**
	 * Spends the cost of deriving a key.
	 * @param cost the cost
	 * @throws UnreadableException if it is more than is left
	 */
	void spend(DerivationCost cost) {
		BigInteger iterations = cost.iterations();
		if (cost.saltLength() > LONGEST_SALT) {
			throw new UnreadableException(FindingCode.TOO_MUCH_WORK);
		}
		requireTime();
		if (iterations.signum() < 0 || iterations.compareTo(BigInteger.valueOf(this.left)) > 0) {
			throw new UnreadableException(FindingCode.TOO_MUCH_WORK);
		}
		this.left -= iterations.longValue();
	}

}
