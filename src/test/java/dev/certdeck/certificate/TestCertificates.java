package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Certificates and what uses them, for tests.
 */
public final class TestCertificates {

	/**
	 * The present of the tests.
	 */
	public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private TestCertificates() {
	}

	/**
	 * Begins an uploaded, approved server certificate without a name.
	 * @param id its id
	 * @return the builder
	 */
	public static Builder certificate(String id) {
		return new Builder(id);
	}

	/**
	 * Makes a failure of a call.
	 * @param failure the kind
	 * @param mayHaveTakenEffect whether the call may have been carried out
	 * @return the failure
	 */
	public static CloudException failure(CloudException.Failure failure, boolean mayHaveTakenEffect) {
		return new CloudException(
				new CloudException.Call("wss.example.com", "Action"), new CloudError(failure,
						CloudException.Reason.OTHER, "", "", "Action on wss.example.com failed: out of order"),
				mayHaveTakenEffect, null);
	}

	/**
	 * Makes a resource.
	 * @param kind the product
	 * @param resourceId the resource's id
	 * @return the resource, with a name and a region
	 */
	public static Binding binding(ResourceType kind, String resourceId) {
		return new Binding(kind, resourceId, "name-of-" + resourceId, "ap-guangzhou", List.of());
	}

	/**
	 * Makes a usage of which everything is known.
	 * @param bindings the resources, none if the certificate is not in use
	 * @return the usage
	 */
	public static Usage usedBy(Binding... bindings) {
		return new Usage(List.of(bindings), Map.of(), NOW);
	}

	/**
	 * Makes a usage of which some kinds are not known.
	 * @param kinds the kinds
	 * @param bindings the resources that are known
	 * @return the usage
	 */
	public static Usage notKnown(Set<ResourceType> kinds, Binding... bindings) {
		Map<ResourceType, String> unknown = new EnumMap<>(ResourceType.class);
		kinds.forEach((kind) -> unknown.put(kind, "out of order"));
		return new Usage(List.of(bindings), unknown, NOW);
	}

	/**
	 * Makes a usage of which nothing is known.
	 * @return the usage
	 */
	public static Usage notKnown() {
		return notKnown(EnumSet.allOf(ResourceType.class));
	}

	/**
	 * Builds a certificate.
	 */
	public static final class Builder {

		private final CertificateId id;

		private CertificateType type = CertificateType.SVR;

		private String alias = "";

		private List<DomainName> names = List.of();

		private CertificateStatus status = CertificateStatus.APPROVED;

		private Plan plan = Plan.UPLOADED;

		private @Nullable Validity validity;

		private @Nullable Instant appliedAt;

		private String authority = "";

		private String source = "";

		private Builder(String id) {
			this.id = new CertificateId(id);
		}

		public Builder type(CertificateType type) {
			this.type = type;
			return this;
		}

		public Builder alias(String alias) {
			this.alias = alias;
			return this;
		}

		/**
		 * Sets the names.
		 * @param names the names, the primary one first
		 * @return this builder
		 */
		public Builder names(String... names) {
			this.names = Stream.of(names).map(DomainName::new).toList();
			return this;
		}

		public Builder status(int code) {
			this.status = new CertificateStatus(code);
			return this;
		}

		public Builder plan(Plan plan) {
			this.plan = plan;
			return this;
		}

		/**
		 * Sets a validity of ninety days.
		 * @param left how much of it is left at {@link #NOW}, negative if it is over
		 * @return this builder
		 */
		public Builder left(Duration left) {
			Instant until = NOW.plus(left);
			this.validity = new Validity(until.minus(Duration.ofDays(90)), until);
			return this;
		}

		public Builder validity(@Nullable Validity validity) {
			this.validity = validity;
			return this;
		}

		public Builder appliedAt(@Nullable Instant appliedAt) {
			this.appliedAt = appliedAt;
			return this;
		}

		public Builder authority(String authority) {
			this.authority = authority;
			return this;
		}

		public Builder source(String source) {
			this.source = source;
			return this;
		}

		/**
		 * Builds it.
		 * @return the certificate
		 */
		public Certificate build() {
			CertificateDetails details = new CertificateDetails("", this.source, "", null, "", null, "", "", "", false,
					false, false, false, null);
			return new Certificate(this.id, this.type, this.alias, this.names.isEmpty() ? null : this.names.get(0),
					this.names, this.status, this.plan, this.validity, this.appliedAt, this.authority, details);
		}

	}

}
