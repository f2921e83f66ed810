package dev.certdeck.tencent.v3;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.wire.ListenerScan;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The load balancers (CLB) that use certificates, found among all their listeners. The
 * cloud's own search passes over a certificate that a listener shows for a further
 * algorithm ({@code ExtCertIds}); its check before a deletion, which is that search, is
 * taken to do so too.
 */
class ClbListeners {

	private static final Log logger = LogFactory.getLog(ClbListeners.class);

	private static final String SWITCH = "certdeck.tencent.clb.listeners=false";

	private final ListenerScan scan;

	private final List<String> regions;

	private final Clock clock;

	private final Map<CertificateId, Bindings> told = new ConcurrentHashMap<>();

	/**
	 * Creates the look at the listeners.
	 * @param loadBalancers makes the calls
	 * @param parallel makes several at once
	 * @param regions the regions to look in
	 * @param clock tells when they were looked at
	 */
	ClbListeners(V3LoadBalancers loadBalancers, Parallel parallel, List<String> regions, Clock clock) {
		this.scan = new ListenerScan(ResourceType.CLB, loadBalancers, parallel);
		this.regions = List.copyOf(regions);
		this.clock = clock;
	}

	/**
	 * Completes what the cloud's own search found with what the listeners tell, and
	 * remembers the load balancers that they told.
	 * @param certificate the certificate
	 * @param searched what the search found
	 * @param known the regions in which the search looked
	 * @return both
	 */
	Bindings complete(CertificateId certificate, Bindings searched, Set<String> known) {
		Bindings told = Objects.requireNonNull(find(List.of(certificate), known).get(certificate));
		if (!told.bindings().isEmpty()) {
			this.told.put(certificate,
					new Bindings(told.bindings(), told.asked(), told.unknown(), this.clock.instant()));
		}
		else if (told.unknown().isEmpty()) {
			this.told.remove(certificate);
		}
		return ClbFinds.merge(searched, told);
	}

	/**
	 * Tells whether listeners used a certificate when they were last looked at.
	 * @param certificate the certificate
	 * @return {@code true} if they told so
	 */
	boolean hasTold(CertificateId certificate) {
		return this.told.containsKey(certificate);
	}

	/**
	 * Forgets all certificates but some.
	 * @param certificates the certificates to remember
	 */
	void retain(Collection<CertificateId> certificates) {
		this.told.keySet().retainAll(Set.copyOf(certificates));
	}

	/**
	 * Adds the load balancers that the listeners told when they were last looked at,
	 * which the cloud's own search may pass over.
	 * @param certificate the certificate
	 * @param searched what the search found
	 * @return both
	 */
	Bindings remembered(CertificateId certificate, Bindings searched) {
		Bindings last = this.told.get(certificate);
		return (last != null) ? ClbFinds.merge(searched, last) : searched;
	}

	/**
	 * Looks for the load balancers that use certificates.
	 * @param certificates the certificates
	 * @param known the regions to look in beside those that are always looked in
	 * @return what was found by certificate; where a listener could not be read, CLB is
	 * not known
	 */
	Map<CertificateId, Bindings> find(Collection<CertificateId> certificates, Set<String> known) {
		Set<String> all = new LinkedHashSet<>(this.regions);
		known.stream().filter((region) -> !region.isBlank()).forEach(all::add);
		try {
			return this.scan.find(certificates, all);
		}
		catch (CloudException ex) {
			logger.warn("The listeners of CLB could not be looked at: " + ex.getMessage());
			Bindings nothing = Bindings.unknown(Set.of(ResourceType.CLB), cause(ex));
			return certificates.stream().distinct().collect(Collectors.toMap((id) -> id, (id) -> nothing));
		}
	}

	private static String cause(CloudException ex) {
		String action = "clb:" + ex.call().action();
		return (ex.reason() == Reason.PERMISSION)
				? "the key lacks the permission %s; grant it, or turn the look at listeners off by %s (%s)"
					.formatted(action, SWITCH, ex.getMessage())
				: "the listeners of CLB could not be looked at: " + ex.getMessage();
	}

}
