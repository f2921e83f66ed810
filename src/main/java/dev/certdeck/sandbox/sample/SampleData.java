package dev.certdeck.sandbox.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.sandbox.cloud.CertificateIds;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Holdings;
import dev.certdeck.sandbox.cloud.Oddities;
import dev.certdeck.sandbox.cloud.Oddity;

/**
 * Creates what the account holds at first. For the same number of certificates this is
 * always the same but for times, which are relative to the start.
 */
public final class SampleData {

	private static final long SEED = 20170615;

	private static final int EVERY = 10;

	private static final List<Oddity> FORMS = List.of(Oddity.ISO, Oddity.NO_BEGIN, Oddity.SLASHES, Oddity.OFFSET,
			Oddity.FRACTIONS);

	private static final double BOUND_SHARE = 0.35;

	private static final double MOST_BOUND = 6000;

	private SampleData() {
	}

	/**
	 * Makes some rows odd as the real cloud's were seen to be: their ends are the same in
	 * another form, or they have no begin.
	 * @param holdings what is changed
	 */
	public static void makeOdd(Holdings holdings) {
		List<HeldCertificate> issued = holdings.certificates()
			.stream()
			.filter((certificate) -> certificate.validity() != null)
			.toList();
		for (int index = 0; index < issued.size(); index += EVERY) {
			holdings.oddities().set(issued.get(index).id(), FORMS.get(index / EVERY % FORMS.size()));
		}
	}

	/**
	 * Creates certificates and the resources that use them.
	 * @param count the number of certificates
	 * @param odd whether to add odd ones
	 * @param start the moment to which all times are relative
	 * @return the certificates and resources
	 */
	public static Holdings create(int count, boolean odd, Instant start) {
		CertificateIds ids = new CertificateIds(SEED);
		SampleBindings bindings = new SampleBindings(SEED);
		List<HeldCertificate> certificates = new ArrayList<>(count);
		Map<String, Oddity> oddities = new HashMap<>();
		for (Sample sample : samples(count, odd)) {
			HeldCertificate certificate = sample.hold(ids.next(), start);
			certificates.add(certificate);
			Optional.ofNullable(sample.oddity()).ifPresent((oddity) -> oddities.put(certificate.id(), oddity));
			sample.uses().stream().sorted().forEach((use) -> bindings.bind(certificate, use));
			sample.services().stream().sorted().forEach((service) -> bindings.deploy(certificate, service));
		}
		return new Holdings(certificates, new Oddities(oddities), bindings.build(), ids);
	}

	private static List<Sample> samples(int count, boolean odd) {
		List<Sample> samples = new ArrayList<>(SpecialSamples.all());
		List<Sample> last = LateSamples.all();
		int ordinary = Math.max(count - samples.size() - last.size(), 0);
		OrdinarySamples source = new OrdinarySamples(SEED, Math.min(BOUND_SHARE, MOST_BOUND / Math.max(ordinary, 1)));
		for (int number = 0; number < ordinary; number++) {
			samples.add(source.make(number));
		}
		samples.addAll(last);
		samples.subList(count, samples.size()).clear();
		samples.addAll(odd ? OddSamples.all() : List.of());
		return samples;
	}

}
