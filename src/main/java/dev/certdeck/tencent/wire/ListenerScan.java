package dev.certdeck.tencent.wire;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.Parallel;

/**
 * Searches all listeners of all load balancers of some regions for certificates, by a
 * call for each region and one for each load balancer.
 *
 * @param kind the kind of load balancers
 * @param source makes the calls
 * @param parallel makes several at once
 */
public record ListenerScan(ResourceType kind, ListenerSource source, Parallel parallel) {

	/**
	 * Looks for the load balancers that use certificates.
	 * @param certificates the certificates
	 * @param regions the regions to look in
	 * @return the load balancers with their listeners of each certificate, none if
	 * nothing uses it
	 * @throws dev.certdeck.certificate.CloudException if a region or a load balancer
	 * can't be read
	 */
	public Map<CertificateId, Bindings> find(Collection<CertificateId> certificates, Collection<String> regions) {
		ListenerBindings bindings = new ListenerBindings(this.kind, certificates);
		List<LoadBalancer> loadBalancers = this.parallel
			.map(this.source.listenersCall(), regions, this.source::loadBalancers)
			.stream()
			.flatMap(List::stream)
			.toList();
		if (loadBalancers.size() > Reply.MOST) {
			throw this.source.listenersCall()
				.unintelligible("there are more than %d load balancers".formatted(Reply.MOST));
		}
		List<List<ListenerRow>> listeners = this.parallel.map(this.source.listenersCall(), loadBalancers,
				this.source::listeners);
		for (int i = 0; i < loadBalancers.size(); i++) {
			collect(loadBalancers.get(i), listeners.get(i), bindings);
		}
		return bindings.byCertificate();
	}

	private static void collect(LoadBalancer loadBalancer, List<ListenerRow> listeners, ListenerBindings bindings) {
		listeners.forEach((row) -> row.certificateIds()
			.forEach((certificate) -> bindings.add(certificate, loadBalancer, List.of(row.listener()))));
	}

}
