package dev.certdeck.sandbox.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.CertificateIds;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Oddities;
import dev.certdeck.sandbox.cloud.Oddity;

/**
 * What the account holds at first: the same for the same number and the same start, but
 * for times, which are relative to the start.
 *
 * @param certificates the certificates
 * @param oddities which rows of them are odd
 * @param bindings what uses them
 * @param ids makes further IDs
 */
public record SampleData(List<HeldCertificate> certificates, Oddities oddities, Bindings bindings, CertificateIds ids) {

	private static final long SEED = 20170615;

	private static final int EVERY = 10;

	private static final List<Oddity> FORMS = List.of(Oddity.ISO, Oddity.NO_BEGIN, Oddity.SLASHES, Oddity.OFFSET,
			Oddity.FRACTIONS);

	private static final double BOUND_SHARE = 0.35;

	private static final double MOST_BOUND = 6000;

	/**
	 * Makes the data.
	 * @param count how many certificates
	 * @param start the moment to which all times are relative
	 * @return the data
	 */
	public static SampleData create(int count, Instant start) {
		return create(count, false, start);
	}

	/**
	 * Writes some ends in the odd forms that the real cloud was seen to use, and leaves a
	 * begin out; what they tell stays the same.
	 * @return the same data
	 */
	public SampleData asSeen() {
		List<HeldCertificate> issued = this.certificates.stream()
			.filter((certificate) -> certificate.validity() != null)
			.toList();
		for (int index = 0; index < issued.size(); index += EVERY) {
			this.oddities.set(issued.get(index).id(), FORMS.get(index / EVERY % FORMS.size()));
		}
		return this;
	}

	/**
	 * Makes the data.
	 * @param count how many certificates
	 * @param odd whether there are odd ones on top of them
	 * @param start the moment to which all times are relative
	 * @return the data
	 */
	public static SampleData create(int count, boolean odd, Instant start) {
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
		return new SampleData(certificates, new Oddities(oddities), bindings.build(), ids);
	}

	private static List<Sample> samples(int count, boolean odd) {
		List<Sample> samples = new ArrayList<>(samples(count));
		samples.addAll(odd ? OddSamples.all() : List.of());
		return samples;
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
