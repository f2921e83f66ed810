package dev.certdeck.certificate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A product of the cloud, or several, that know which of their resources use which
 * certificates. Both methods throw {@link CloudException} when nothing could be found
 * out.
 */
public interface BindingSource {

	/**
	 * Returns the kinds that this source covers: if it fails, none of them is known.
	 * @return the kinds
	 */
	Set<BindingKind> kinds();

	/**
	 * Looks for the resources that use certificates. The answer may be as old as it says,
	 * and may count resources without naming them.
	 * @param certificates the certificates to look for
	 * @return what was found by certificate; a certificate that is absent is not used
	 */
	Map<CertificateId, Found> survey(Collection<CertificateId> certificates);

	/**
	 * Looks for the resources that use one certificate, and names them where the cloud
	 * does.
	 * @param certificate the certificate
	 * @param fresh whether the cloud must look itself, and not remember
	 * @return what was found
	 */
	default Found inspect(CertificateId certificate, boolean fresh) {
		return survey(List.of(certificate)).getOrDefault(certificate, Found.of(List.of()));
	}

	/**
	 * What was found out about one certificate.
	 *
	 * @param bindings the resources that use it
	 * @param unknown the kinds that could not be asked for it, with the cause
	 * @param asOf when the cloud looked, absent if that was now
	 */
	record Found(List<Binding> bindings, Map<BindingKind, String> unknown, @Nullable Instant asOf) {

		/**
		 * Returns a find without doubt, made now.
		 * @param bindings the resources
		 * @return the find
		 */
		public static Found of(List<Binding> bindings) {
			return new Found(bindings, Map.of(), null);
		}

	}

}
