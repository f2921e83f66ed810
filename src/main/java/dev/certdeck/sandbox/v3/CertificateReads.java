package dev.certdeck.sandbox.v3;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import dev.certdeck.sandbox.cloud.CertificatePage;
import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Oddity;
import org.jspecify.annotations.Nullable;

/**
 * The actions of ssl that tell about certificates: DescribeCertificates,
 * DescribeCertificate, DescribeCertificateDetail and CheckCertificateExist.
 */
class CertificateReads {

	private static final Oddity.Names NAMES = new Oddity.Names("CertificateId", "CertBeginTime", "CertEndTime");

	private final Cloud cloud;

	private final CertificateFields fields;

	private final CertificateDetail detail;

	CertificateReads(Cloud cloud) {
		this.cloud = cloud;
		this.fields = new CertificateFields(cloud::now);
		this.detail = new CertificateDetail(this.fields);
	}

	Map<String, Object> list(CertificateSearch search) {
		Predicate<HeldCertificate> filter = search.filter(this.fields);
		Comparator<HeldCertificate> order = search.order();
		CertificatePage page = (order != null) ? this.cloud.list(filter, order, search.from(), search.most())
				: this.cloud.list(filter, search.from(), search.most());
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("TotalCount", page.total());
		result.put("Certificates", page.certificates().stream().map(this::row).toList());
		return result;
	}

	private @Nullable Map<String, Object> row(HeldCertificate certificate) {
		return this.cloud.oddities().in(certificate.id(), this.fields.listed(certificate), NAMES);
	}

	Map<String, Object> brief(One one) {
		return this.detail.brief(find(one));
	}

	Map<String, Object> detail(One one) {
		HeldCertificate certificate = find(one);
		return this.detail.full(certificate, this.cloud.material(certificate));
	}

	private HeldCertificate find(One one) {
		String id = V3Exception.required(one.certificateId(), "CertificateId");
		return Refusals.translate(() -> this.cloud.find(id));
	}

	Map<String, Object> exists(Text text) {
		String chain = V3Exception.required(text.certificatePublicKey(), "CertificatePublicKey");
		return Map.of("RepeatCertId", Refusals.translate(() -> this.cloud.identical(chain).orElse("")));
	}

	/**
	 * Names a certificate.
	 *
	 * @param certificateId its ID
	 */
	record One(@Nullable String certificateId) {

	}

	/**
	 * Brings a certificate along.
	 *
	 * @param certificatePublicKey its chain as PEM
	 */
	record Text(@Nullable String certificatePublicKey) {

	}

}
