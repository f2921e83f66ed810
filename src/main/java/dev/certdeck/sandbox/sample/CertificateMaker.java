package dev.certdeck.sandbox.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.HeldCertificate;

/**
 * Makes the chains of certificates whose material is asked for, the same chain every time
 * as long as the process lives.
 */
public class CertificateMaker implements Function<HeldCertificate, String> {

	private static final int MOST_REMEMBERED = 1000;

	private final SampleKeys keys = new SampleKeys();

	private final SampleAuthority authority = new SampleAuthority(this.keys);

	private final Map<String, String> remembered = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
			return size() > MOST_REMEMBERED;
		}

	};

	@Override
	public synchronized String apply(HeldCertificate certificate) {
		String chain = this.remembered.get(certificate.id());
		if (chain == null) {
			chain = make(certificate);
			this.remembered.put(certificate.id(), chain);
		}
		return chain;
	}

	private String make(HeldCertificate certificate) {
		return (certificate.type() == CertificateType.CA) ? this.authority.selfSigned(certificate)
				: this.authority.issue(certificate, this.keys.forLeaf(certificate.id().hashCode()).getPublic());
	}

}
