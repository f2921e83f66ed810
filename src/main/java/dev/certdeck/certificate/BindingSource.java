package dev.certdeck.certificate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A product of the cloud that knows which of its resources use which certificates.
 */
public interface BindingSource {

	/**
	 * Returns the kinds that this source covers: if it fails, none of them is known.
	 * @return the kinds
	 */
	Set<BindingKind> kinds();

	/**
	 * Finds the resources that use certificates.
	 * @param certificates the certificates to look for
	 * @return the resources by certificate; a certificate that is absent is not used
	 * @throws CloudException if not all resources could be looked at
	 */
	Map<CertificateId, List<Binding>> bindings(Collection<CertificateId> certificates);

}
