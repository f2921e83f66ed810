package dev.certdeck.sandbox.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

import dev.certdeck.sandbox.cloud.CertificateType;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Material;
import dev.certdeck.sandbox.cloud.Oddity;
import dev.certdeck.sandbox.cloud.Product;
import dev.certdeck.sandbox.cloud.Project;
import dev.certdeck.sandbox.cloud.Service;
import dev.certdeck.sandbox.cloud.Status;
import dev.certdeck.sandbox.cloud.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Builds a certificate, and tells what uses it. Its validity begins and ends at midnight,
 * GMT+8.
 */
final class Sample {

	private static final int DAYS_PER_MONTH = 30;

	/**
	 * The certificate has no well-defined expiration date (RFC 5280, section 4.1.2.5).
	 */
	private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

	private final Product product;

	private final List<String> names;

	private CertificateType type = CertificateType.SVR;

	private String alias = "";

	private Project project = Project.DEFAULT;

	private int status = Status.APPROVED;

	private int months;

	private @Nullable Integer daysLeft;

	private Duration age = Duration.ofDays(2);

	private boolean endless;

	private @Nullable Oddity oddity;

	private @Nullable OddChain chain;

	private Set<Use> uses = Set.of();

	private Set<Service> services = Set.of();

	private Sample(Product product, List<String> names) {
		this.product = product;
		this.names = names;
		this.months = (product == Products.TRUSTASIA_FREE) ? 3 : 12;
	}

	/**
	 * Creates an issued certificate.
	 * @param product what it was issued as
	 * @param daysLeft how many days it is still valid, negative once expired
	 * @param names the names it covers
	 * @return the sample
	 */
	static Sample issued(Product product, int daysLeft, String... names) {
		Sample sample = new Sample(product, List.of(names));
		sample.daysLeft = daysLeft;
		sample.status = (daysLeft < 0) ? Status.EXPIRED : Status.APPROVED;
		return sample;
	}

	/**
	 * Creates a certificate that was applied for.
	 * @param product what it was ordered as
	 * @param status the status of the order
	 * @param age how long ago it was applied for
	 * @param names the names it is to cover
	 * @return the sample
	 */
	static Sample ordered(Product product, int status, Duration age, String... names) {
		Sample sample = new Sample(product, List.of(names));
		sample.status = status;
		sample.age = age;
		return sample;
	}

	Sample alias(String alias) {
		this.alias = alias;
		return this;
	}

	Sample status(int status) {
		this.status = status;
		return this;
	}

	Sample months(int months) {
		this.months = months;
		return this;
	}

	Sample project(Project project) {
		this.project = project;
		return this;
	}

	Sample clientAuthority() {
		this.type = CertificateType.CA;
		return this;
	}

	Sample uses(Use... uses) {
		this.uses = Set.of(uses);
		return this;
	}

	Sample deployedOn(Service... services) {
		this.services = Set.of(services);
		return this;
	}

	Sample endless() {
		this.endless = true;
		return this;
	}

	Sample odd(Oddity oddity) {
		this.oddity = oddity;
		return this;
	}

	Sample chain(OddChain chain) {
		this.chain = chain;
		return this;
	}

	@Nullable Oddity oddity() {
		return this.oddity;
	}

	Set<Service> services() {
		return this.services;
	}

	Set<Use> uses() {
		return this.uses;
	}

	/**
	 * Builds the certificate.
	 * @param id its ID
	 * @param start the moment to which all times are relative
	 * @return the certificate
	 */
	HeldCertificate hold(String id, Instant start) {
		Validity validity = (this.daysLeft != null) ? validity(start, this.daysLeft) : null;
		Instant appliedAt = (validity != null) ? appliedFor(validity, id) : start.minus(this.age);
		Material material = (this.chain != null && validity != null) ? this.chain.make(this.names.get(0), validity)
				: null;
		return new HeldCertificate(id, this.product, this.type, this.names, this.alias, this.status, validity,
				this.months, appliedAt.truncatedTo(ChronoUnit.SECONDS), this.project, material);
	}

	private Validity validity(Instant start, int daysLeft) {
		Instant midnight = start.plus(8, ChronoUnit.HOURS).truncatedTo(ChronoUnit.DAYS).minus(8, ChronoUnit.HOURS);
		Instant end = midnight.plus(daysLeft + 1L, ChronoUnit.DAYS);
		long days = Math.max((long) this.months * DAYS_PER_MONTH + this.months / 2, daysLeft + 2L);
		return new Validity(end.minus(days, ChronoUnit.DAYS), this.endless ? NO_END : end.minusSeconds(1));
	}

	private static Instant appliedFor(Validity validity, String id) {
		return validity.begin().minusSeconds(600 + Math.floorMod(id.hashCode(), 40_000));
	}

}
