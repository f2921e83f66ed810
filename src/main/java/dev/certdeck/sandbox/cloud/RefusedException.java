package dev.certdeck.sandbox.cloud;

/**
 * Refusal of a request.
 */
public class RefusedException extends RuntimeException {

	private final Refusal refusal;

	public RefusedException(Refusal refusal) {
		super(refusal.text());
		this.refusal = refusal;
	}

	public Refusal refusal() {
		return this.refusal;
	}

}
