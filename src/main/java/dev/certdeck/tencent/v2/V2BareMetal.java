package dev.certdeck.tencent.v2;

import java.util.List;
import java.util.Map;

import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.ListenerRow;
import dev.certdeck.tencent.wire.ListenerSource;
import dev.certdeck.tencent.wire.LoadBalancer;
import dev.certdeck.tencent.wire.Reply;
import dev.certdeck.tencent.wire.Scan;
import dev.certdeck.tencent.wire.Slice;

/**
 * Load balancers of bare metal by {@code DescribeBmLoadBalancers} and
 * {@code DescribeBmForwardListeners} of API 2.0.
 */
class V2BareMetal implements ListenerSource {

	private static final String LOAD_BALANCERS = "DescribeBmLoadBalancers";

	private static final String LISTENERS = "DescribeBmForwardListeners";

	private static final String TOTAL = "totalCount";

	private static final int PAGE_SIZE = 100;

	private static final ListenerRow.Names NAMES = new ListenerRow.Names("listenerId", "listenerName",
			"loadBalancerPort", "SSLMode", "certId", "certCaId");

	private final V2Client client;

	V2BareMetal(V2Client client) {
		this.client = client;
	}

	@Override
	public RemoteCall listenersCall() {
		return this.client.reading(CloudModule.BMLB, LISTENERS);
	}

	@Override
	public List<LoadBalancer> loadBalancers(String region) {
		return new Scan<LoadBalancer>(PAGE_SIZE, (loadBalancer) -> loadBalancer.id())
			.all((number, offset, size) -> loadBalancers(region, offset, size));
	}

	private Slice<LoadBalancer> loadBalancers(String region, int offset, int size) {
		Reply reply = this.client.read(CloudModule.BMLB, LOAD_BALANCERS,
				Map.of("Region", region, "offset", Integer.toString(offset), "limit", Integer.toString(size)));
		List<LoadBalancer> rows = reply.rows(reply.body(), "loadBalancerSet", TOTAL)
			.stream()
			.map((row) -> new LoadBalancer(ResourceType.BM, reply.id(row, "loadBalancerId"),
					row.text("loadBalancerName"), region))
			.toList();
		return new Slice<>(reply, rows, reply.count(reply.body(), TOTAL));
	}

	@Override
	public List<ListenerRow> listeners(LoadBalancer loadBalancer) {
		return new Scan<ListenerRow>(PAGE_SIZE, (row) -> row.listener().id())
			.all((number, offset, size) -> listeners(loadBalancer, offset, size));
	}

	private Slice<ListenerRow> listeners(LoadBalancer loadBalancer, int offset, int size) {
		Reply reply = this.client.read(CloudModule.BMLB, LISTENERS,
				Map.of("Region", loadBalancer.region(), "loadBalancerId", loadBalancer.id(), "offset",
						Integer.toString(offset), "limit", Integer.toString(size)));
		List<ListenerRow> rows = reply.rows(reply.body(), "listenerSet", TOTAL)
			.stream()
			.map((row) -> ListenerRow.ofBareMetal(reply, row, NAMES))
			.toList();
		return new Slice<>(reply, rows,
				reply.body().has(TOTAL) ? reply.count(reply.body(), TOTAL) : offset + rows.size());
	}

}
