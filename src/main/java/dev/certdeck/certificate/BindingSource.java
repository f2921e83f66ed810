package dev.certdeck.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A source that knows which resources of one or more products use which certificates.
 * {@link #findAll} and {@link #find} throw {@link CloudException} if nothing could be
 * found out.
 */
public interface BindingSource {

	/**
	 * The cause for a certificate that an answer leaves out.
	 */
	String LEFT_OUT = "the cloud's answer leaves it out";

	/**
	 * Returns the kinds that this source covers: if it fails, none of them is known.
	 * @return the kinds
	 */
	Set<ResourceType> kinds();

	/**
	 * Tells whether the cloud may answer from a cache unless it is asked to look itself.
	 * @return {@code false} if every answer is current
	 */
	default boolean isCached() {
		return false;
	}

	/**
	 * Looks for the resources that use certificates. The answer may be as old as it says,
	 * and may count resources without naming them.
	 * @param certificates the certificates to look for
	 * @param fresh whether the cloud must look itself rather than answer from a cache
	 * @return what was found by certificate; nothing is known of an absent one
	 */
	Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh);

	/**
	 * Returns the kinds of which {@link Look#THOROUGH} finds no more than
	 * {@link Look#FRESH}, because that is switched off.
	 * @return the kinds
	 */
	default Set<ResourceType> shallowKinds() {
		return Set.of();
	}

	/**
	 * Looks for the resources that use one certificate, and names them where the cloud
	 * does.
	 * @param certificate the certificate
	 * @param look how closely to look
	 * @return what was found
	 */
	default Bindings find(CertificateId certificate, Look look) {
		return Objects.requireNonNullElseGet(findAll(List.of(certificate), look != Look.REMEMBERED).get(certificate),
				() -> Bindings.unknown(kinds(), LEFT_OUT));
	}

	/**
	 * Returns the longest wait for the cloud to look for resources.
	 * @return the limit, zero if the cloud answers at once
	 */
	default Duration longestWait() {
		return Duration.ZERO;
	}

	/**
	 * How closely a source looks.
	 */
	enum Look {

		/**
		 * The cloud may answer from a cache.
		 */
		REMEMBERED,

		/**
		 * The cloud looks itself.
		 */
		FRESH,

		/**
		 * The cloud looks itself, and so does the source where the cloud's own search is
		 * known to miss something.
		 */
		THOROUGH

	}

	/**
	 * What was found out about one certificate.
	 *
	 * @param bindings the resources that use it
	 * @param asked the kinds whose bindings are complete: a resource that they do not
	 * name does not use the certificate
	 * @param unknown the kinds that could not be asked for it, with the cause
	 * @param asOf when the cloud looked, absent if that was now
	 */
	record Bindings(List<Binding> bindings, Set<ResourceType> asked, Map<ResourceType, String> unknown,
			@Nullable Instant asOf) {

		/**
		 * Returns complete bindings as of now.
		 * @param kinds the kinds that were asked
		 * @param bindings the resources
		 * @return the bindings
		 */
		public static Bindings of(Set<ResourceType> kinds, List<Binding> bindings) {
			return new Bindings(bindings, kinds, Map.of(), null);
		}

		/**
		 * Returns bindings of which nothing is known.
		 * @param kinds the kinds that would have to be asked
		 * @param cause why they could not be asked
		 * @return the bindings
		 */
		public static Bindings unknown(Set<ResourceType> kinds, String cause) {
			return new Bindings(List.of(), Set.of(),
					kinds.stream().collect(Collectors.toMap((kind) -> kind, (kind) -> cause)), null);
		}

	}

}
