package dev.certdeck.sandbox.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.certdeck.sandbox.cloud.BeijingTime;
import dev.certdeck.sandbox.cloud.ChainLink;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Material;
import org.jspecify.annotations.Nullable;

/**
 * One certificate as DescribeCertificate and DescribeCertificateDetail tell it. Its names
 * are without the primary one.
 *
 * @param fields tells what is common to all answers
 */
record CertificateDetail(CertificateFields fields) {

	private static final int SEVERAL_NAMES = 1;

	private static final int WILDCARD = 2;

	/**
	 * A certificate without its material.
	 * @param certificate the certificate
	 * @return its fields
	 */
	Map<String, Object> brief(HeldCertificate certificate) {
		Map<String, Object> detail = base(certificate);
		detail.put("PackageTypeName", certificate.product().title());
		return detail;
	}

	/**
	 * A certificate with everything, the private key included.
	 * @param certificate the certificate
	 * @param material its chain and key, or {@code null} as long as nothing was issued
	 * @return its fields
	 */
	Map<String, Object> full(HeldCertificate certificate, @Nullable Material material) {
		Map<String, Object> detail = base(certificate);
		detail.put("TypeName", certificate.product().title());
		detail.put("CertificatePublicKey", (material != null) ? material.chain() : null);
		detail.put("CertificatePrivateKey", (material != null) ? material.key() : null);
		List<ChainLink> links = (material != null) ? material.links() : List.of();
		detail.put("CertFingerprint", links.isEmpty() ? "" : links.get(0).fingerprint());
		detail.put("CertChainInfo", links.stream().map(CertificateDetail::link).toList());
		detail.put("EncryptCert", "");
		detail.put("EncryptPrivateKey", "");
		detail.put("RootCert", Map.of());
		detail.put("DomainType", domainType(certificate));
		detail.put("CertType", certificate.product().grade().name());
		return detail;
	}

	private Map<String, Object> base(HeldCertificate certificate) {
		Map<String, Object> detail = this.fields.common(certificate);
		List<String> names = certificate.names();
		detail.put("SubjectAltName", names.subList(1, names.size()));
		detail.put("OrderId", null);
		detail.put("DvAuthDetail", null);
		detail.put("VulnerabilityReport", null);
		detail.put("SubmittedData", null);
		return detail;
	}

	private static int domainType(HeldCertificate certificate) {
		int several = (certificate.names().size() > 1) ? SEVERAL_NAMES : 0;
		return 1 + several + (certificate.wildcard() ? WILDCARD : 0);
	}

	private static Map<String, Object> link(ChainLink link) {
		Map<String, Object> info = new LinkedHashMap<>();
		info.put("Issuer", link.issuer());
		info.put("Subject", link.subject());
		info.put("Fingerprint", link.fingerprint());
		info.put("ValidFrom", BeijingTime.format(link.validity().begin()));
		info.put("ValidTo", BeijingTime.format(link.validity().end()));
		return info;
	}

}
