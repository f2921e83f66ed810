package dev.certdeck.tencent.v2;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.tencent.Parallel;

/**
 * The load balancers of bare metal (BM) that use certificates, found among all listeners
 * of {@code DescribeBmForwardListeners}.
 */
class BmBindings implements BindingSource {

	private static final String LOAD_BALANCERS = "DescribeBmLoadBalancers";

	private static final String LISTENERS = "DescribeBmForwardListeners";

	private static final String TOTAL = "totalCount";

	private static final int PAGE_SIZE = 100;

	private final V2Client client;

	private final Parallel parallel;

	private final List<String> regions;

	BmBindings(V2Client client, Parallel parallel, List<String> regions) {
		this.client = client;
		this.parallel = parallel;
		this.regions = regions;
	}

	@Override
	public Set<BindingKind> kinds() {
		return Set.of(BindingKind.BM);
	}

	@Override
	public Map<CertificateId, List<Binding>> bindings(Collection<CertificateId> certificates) {
		if (certificates.isEmpty()) {
			return Map.of();
		}
		ListenerBindings bindings = new ListenerBindings(certificates);
		List<LoadBalancer> loadBalancers = loadBalancers();
		List<List<ListenerRow>> listeners = this.parallel.map(this.client.reading(CloudModule.BMLB, LISTENERS),
				loadBalancers, this::listeners);
		for (int i = 0; i < loadBalancers.size(); i++) {
			collect(loadBalancers.get(i), listeners.get(i), bindings);
		}
		return bindings.byCertificate();
	}

	private static void collect(LoadBalancer loadBalancer, List<ListenerRow> listeners, ListenerBindings bindings) {
		listeners.forEach((row) -> row.certificateIds()
			.forEach((certificate) -> bindings.add(certificate, loadBalancer, List.of(row.listener()))));
	}

	private List<LoadBalancer> loadBalancers() {
		return this.parallel
			.map(this.client.reading(CloudModule.BMLB, LOAD_BALANCERS), this.regions, this::loadBalancers)
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	private List<LoadBalancer> loadBalancers(String region) {
		return new Scan<LoadBalancer>(PAGE_SIZE, (loadBalancer) -> loadBalancer.id())
			.all((number, offset, size) -> loadBalancers(region, offset, size));
	}

	private Slice<LoadBalancer> loadBalancers(String region, int offset, int size) {
		Reply reply = this.client.read(CloudModule.BMLB, LOAD_BALANCERS,
				Map.of("Region", region, "offset", Integer.toString(offset), "limit", Integer.toString(size)));
		List<LoadBalancer> rows = reply.rows(reply.body(), "loadBalancerSet", TOTAL)
			.stream()
			.map((row) -> new LoadBalancer(BindingKind.BM, LoadBalancer.id(reply, row), row.text("loadBalancerName"),
					region))
			.toList();
		return new Slice<>(reply, rows, reply.count(reply.body(), TOTAL));
	}

	private List<ListenerRow> listeners(LoadBalancer loadBalancer) {
		return new Scan<ListenerRow>(PAGE_SIZE, (row) -> row.listener().id())
			.all((number, offset, size) -> listeners(loadBalancer, offset, size));
	}

	private Slice<ListenerRow> listeners(LoadBalancer loadBalancer, int offset, int size) {
		Reply reply = this.client.read(CloudModule.BMLB, LISTENERS,
				Map.of("Region", loadBalancer.region(), "loadBalancerId", loadBalancer.id(), "offset",
						Integer.toString(offset), "limit", Integer.toString(size)));
		List<ListenerRow> rows = reply.rows(reply.body(), "listenerSet", TOTAL)
			.stream()
			.map((row) -> ListenerRow.ofBareMetal(reply, row))
			.toList();
		return new Slice<>(reply, rows,
				reply.body().has(TOTAL) ? reply.count(reply.body(), TOTAL) : offset + rows.size());
	}

}
