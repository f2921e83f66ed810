package dev.certdeck.inventory;

import java.util.function.Supplier;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What became known of one certificate between refreshes: that it is gone, or its row,
 * its usage or both.
 *
 * @param gone whether the cloud no longer holds it
 * @param certificate its row, absent if it was not read
 * @param usage what uses it, absent if that was not asked for
 */
record Write(boolean gone, @Nullable Certificate certificate, @Nullable Usage usage) {

	/**
	 * The cloud no longer holds the certificate.
	 */
	static final Write GONE = new Write(true, null, null);

	static Write of(Certificate certificate) {
		return new Write(false, certificate, null);
	}

	static Write of(Usage usage) {
		return new Write(false, null, usage);
	}

	/**
	 * Combines this with a later write. The usage of a certificate that is gone does not
	 * bring it back.
	 * @param later the later write
	 * @return both
	 */
	Write then(Write later) {
		if (later.gone || (this.gone && later.certificate == null)) {
			return GONE;
		}
		return new Write(false, (later.certificate != null) ? later.certificate : this.certificate,
				(later.usage != null) ? later.usage : this.usage);
	}

	/**
	 * Applies this to a certificate; what did not become known stays.
	 * @param before the certificate, absent if it was not known
	 * @param notAsked the usage if it was never asked for
	 * @return the certificate as it is now, absent if it is gone or still not known
	 */
	@Nullable Entry applyTo(@Nullable Entry before, Supplier<Usage> notAsked) {
		Certificate row = (this.certificate != null || before == null) ? this.certificate : before.certificate();
		if (this.gone || row == null) {
			return null;
		}
		if (this.usage != null) {
			return new Entry(row, this.usage);
		}
		return new Entry(row, (before != null) ? before.usage() : notAsked.get());
	}

}
