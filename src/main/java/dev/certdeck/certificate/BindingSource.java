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
 * A product of the cloud, or several, that know which of their resources use which
 * certificates. Both methods throw {@link CloudException} when nothing could be found
 * out.
 */
public interface BindingSource {

	/**
	 * The cause for which it is not known what uses a certificate that an answer leaves
	 * out.
	 */
	String LEFT_OUT = "the cloud's answer leaves it out";

	/**
	 * Returns the kinds that this source covers: if it fails, none of them is known.
	 * @return the kinds
	 */
	Set<ResourceType> kinds();

	/**
	 * Tells whether the cloud may answer what it remembers unless it is asked to look
	 * itself.
	 * @return {@code false} if every answer is made when it is asked for
	 */
	default boolean isCached() {
		return false;
	}

	/**
	 * Looks for the resources that use certificates. The answer may be as old as it says,
	 * and may count resources without naming them.
	 * @param certificates the certificates to look for
	 * @param fresh whether the cloud must look itself, and not remember
	 * @return what was found by certificate; of a certificate that is absent nothing is
	 * known
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
	 * Returns how long it waits at most for the cloud to look for resources.
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
		 * The cloud may answer what it remembers.
		 */
		REMEMBERED,

		/**
		 * The cloud looks itself.
		 */
		FRESH,

		/**
		 * The cloud looks itself, and so does the source where the cloud's own search is
		 * known to pass over something.
		 */
		THOROUGH

	}

	/**
	 * What was found out about one certificate.
	 *
	 * @param bindings the resources that use it
	 * @param asked the kinds that vouch for the bindings: what they do not name does not
	 * use the certificate
	 * @param unknown the kinds that could not be asked for it, with the cause
	 * @param asOf when the cloud looked, absent if that was now
	 */
	record Bindings(List<Binding> bindings, Set<ResourceType> asked, Map<ResourceType, String> unknown,
			@Nullable Instant asOf) {

		/**
		 * Returns a find without doubt, made now.
		 * @param kinds the kinds that were asked
		 * @param bindings the resources
		 * @return the find
		 */
		public static Bindings of(Set<ResourceType> kinds, List<Binding> bindings) {
			return new Bindings(bindings, kinds, Map.of(), null);
		}

		/**
		 * Returns a find of which nothing is known.
		 * @param kinds the kinds that would have to be asked
		 * @param cause why they do not tell
		 * @return the find
		 */
		public static Bindings unknown(Set<ResourceType> kinds, String cause) {
			return new Bindings(List.of(), Set.of(),
					kinds.stream().collect(Collectors.toMap((kind) -> kind, (kind) -> cause)), null);
		}

	}

}
