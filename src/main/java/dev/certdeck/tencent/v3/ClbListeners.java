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

	private final Map<CertificateId, Bindings> last = new ConcurrentHashMap<>();

	/**
	 * Creates the search.
	 * @param loadBalancers calls the cloud
	 * @param parallel makes several calls at once
	 * @param regions the regions to search
	 * @param clock tells the time of a search
	 */
	ClbListeners(V3LoadBalancers loadBalancers, Parallel parallel, List<String> regions, Clock clock) {
		this.scan = new ListenerScan(ResourceType.CLB, loadBalancers, parallel);
		this.regions = List.copyOf(regions);
		this.clock = clock;
	}

	/**
	 * Searches the listeners, remembers the load balancers found, and adds them to the
	 * result of the cloud's own search.
	 * @param certificate the certificate
	 * @param searched the result of the cloud's search
	 * @param known the regions of the cloud's search
	 * @return the merged result
	 */
	Bindings complete(CertificateId certificate, Bindings searched, Set<String> known) {
		Bindings found = Objects.requireNonNull(find(List.of(certificate), known).get(certificate));
		if (!found.bindings().isEmpty()) {
			this.last.put(certificate,
					new Bindings(found.bindings(), found.asked(), found.unknown(), this.clock.instant()));
		}
		else if (found.unknown().isEmpty()) {
			this.last.remove(certificate);
		}
		return ClbMerger.merge(searched, found);
	}

	/**
	 * Tells whether listeners used a certificate when they were last searched.
	 * @param certificate the certificate
	 * @return {@code true} if they did
	 */
	boolean hasFound(CertificateId certificate) {
		return this.last.containsKey(certificate);
	}

	/**
	 * Forgets all certificates but some.
	 * @param certificates the certificates to remember
	 */
	void retain(Collection<CertificateId> certificates) {
		this.last.keySet().retainAll(Set.copyOf(certificates));
	}

	/**
	 * Adds the load balancers that the last search of the listeners found, which the
	 * cloud's own search may pass over.
	 * @param certificate the certificate
	 * @param searched the result of the cloud's search
	 * @return the merged result
	 */
	Bindings remembered(CertificateId certificate, Bindings searched) {
		Bindings found = this.last.get(certificate);
		return (found != null) ? ClbMerger.merge(searched, found) : searched;
	}

	/**
	 * Searches for the load balancers that use certificates.
	 * @param certificates the certificates
	 * @param known further regions to search
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
