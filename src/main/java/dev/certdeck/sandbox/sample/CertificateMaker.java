package dev.certdeck.sandbox.sample;

import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Material;

/**
 * Creates the chain and key of certificates on demand. They stay the same for the life of
 * the process.
 */
public class CertificateMaker implements Function<HeldCertificate, Material> {

	private static final int MOST_REMEMBERED = 1000;

	private final SampleKeys keys = new SampleKeys();

	private final SampleAuthority authority = new SampleAuthority(this.keys);

	private final Map<String, Material> remembered = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Material> eldest) {
			return size() > MOST_REMEMBERED;
		}

	};

	@Override
	public synchronized Material apply(HeldCertificate certificate) {
		Material material = this.remembered.get(certificate.id());
		if (material == null) {
			material = make(certificate);
			this.remembered.put(certificate.id(), material);
		}
		return material;
	}

	private Material make(HeldCertificate certificate) {
		if (certificate.type() == CertificateType.CA) {
			return new Material(this.authority.selfSigned(certificate), null);
		}
		KeyPair pair = this.keys.forLeaf(certificate.id().hashCode());
		return new Material(this.authority.issue(certificate, pair.getPublic()), SampleKeys.pem(pair));
	}

}
