package dev.certdeck.tencent.wire;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.tencent.Parallel;

/**
 * The load balancers of bare metal (BM) that use certificates, found among all their
 * listeners.
 */
public class BmBindings implements BindingSource {

	private final BareMetal bareMetal;

	private final Parallel parallel;

	private final List<String> regions;

	/**
	 * Creates the source.
	 * @param bareMetal makes the calls
	 * @param parallel makes several at once
	 * @param regions the regions to ask
	 */
	public BmBindings(BareMetal bareMetal, Parallel parallel, List<String> regions) {
		this.bareMetal = bareMetal;
		this.parallel = parallel;
		this.regions = regions;
	}

	@Override
	public Set<BindingKind> kinds() {
		return Set.of(BindingKind.BM);
	}

	@Override
	public Map<CertificateId, Found> survey(Collection<CertificateId> certificates, boolean fresh) {
		if (certificates.isEmpty()) {
			return Map.of();
		}
		ListenerBindings bindings = new ListenerBindings(BindingKind.BM, certificates);
		List<LoadBalancer> loadBalancers = this.parallel
			.map(this.bareMetal.listenersCall(), this.regions, this.bareMetal::loadBalancers)
			.stream()
			.flatMap(List::stream)
			.toList();
		List<List<ListenerRow>> listeners = this.parallel.map(this.bareMetal.listenersCall(), loadBalancers,
				this.bareMetal::listeners);
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
