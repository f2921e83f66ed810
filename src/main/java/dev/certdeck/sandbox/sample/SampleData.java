package dev.certdeck.sandbox.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.CertificateIds;
import dev.certdeck.sandbox.cloud.HeldCertificate;

/**
 * What the account holds at first: the same for the same number and the same start, but
 * for times, which are relative to the start.
 *
 * @param certificates the certificates
 * @param bindings what uses them
 * @param ids makes further IDs
 */
public record SampleData(List<HeldCertificate> certificates, Bindings bindings, CertificateIds ids) {

	private static final long SEED = 20170615;

	private static final double BOUND_SHARE = 0.35;

	private static final double MOST_BOUND = 6000;

	/**
	 * Makes the data.
	 * @param count how many certificates
	 * @param start the moment to which all times are relative
	 * @return the data
	 */
	public static SampleData create(int count, Instant start) {
		CertificateIds ids = new CertificateIds(SEED);
		SampleBindings bindings = new SampleBindings(SEED);
		List<HeldCertificate> certificates = new ArrayList<>(count);
		for (Sample sample : samples(count)) {
			HeldCertificate certificate = sample.hold(ids.next(), start);
			certificates.add(certificate);
			sample.uses().stream().sorted().forEach((use) -> bindings.bind(certificate, use));
			sample.services().stream().sorted().forEach((service) -> bindings.deploy(certificate, service));
		}
		return new SampleData(certificates, bindings.build(), ids);
	}

	private static List<Sample> samples(int count) {
		List<Sample> samples = new ArrayList<>(SpecialSamples.all());
		List<Sample> last = LateSamples.all();
		int ordinary = Math.max(count - samples.size() - last.size(), 0);
		OrdinarySamples source = new OrdinarySamples(SEED, Math.min(BOUND_SHARE, MOST_BOUND / Math.max(ordinary, 1)));
		for (int number = 0; number < ordinary; number++) {
			samples.add(source.make(number));
		}
		samples.addAll(last);
		return samples.subList(0, count);
	}

}
