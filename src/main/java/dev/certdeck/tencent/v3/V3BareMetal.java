package dev.certdeck.tencent.v3;

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
 * Load balancers of bare metal by {@code DescribeLoadBalancers} and
 * {@code DescribeL7Listeners} of {@code bmlb} 2018-06-25.
 */
class V3BareMetal implements ListenerSource {

	private static final String LISTENERS = "DescribeL7Listeners";

	private static final String TOTAL = "TotalCount";

	private static final int PAGE_SIZE = 100;

	private static final ListenerRow.Names NAMES = new ListenerRow.Names("ListenerId", "ListenerName",
			"LoadBalancerPort", "SslMode", "CertId", "CertCaId");

	private final V3Client client;

	V3BareMetal(V3Client client) {
		this.client = client;
	}

	@Override
	public RemoteCall listenersCall() {
		return this.client.reading(Service.BMLB, LISTENERS);
	}

	@Override
	public List<LoadBalancer> loadBalancers(String region) {
		return new Scan<LoadBalancer>(PAGE_SIZE, (loadBalancer) -> loadBalancer.id())
			.all((number, offset, size) -> loadBalancers(region, offset, size));
	}

	private Slice<LoadBalancer> loadBalancers(String region, int offset, int size) {
		Reply reply = this.client.read(Service.BMLB, "DescribeLoadBalancers", region,
				Map.of("Offset", offset, "Limit", size));
		List<LoadBalancer> rows = reply.rows(reply.body(), "LoadBalancerSet", TOTAL)
			.stream()
			.map((row) -> new LoadBalancer(ResourceType.BM, reply.id(row, "LoadBalancerId"),
					row.text("LoadBalancerName"), region))
			.toList();
		return new Slice<>(reply, rows, reply.count(reply.body(), TOTAL));
	}

	@Override
	public List<ListenerRow> listeners(LoadBalancer loadBalancer) {
		Reply reply = this.client.read(Service.BMLB, LISTENERS, loadBalancer.region(),
				Map.of("LoadBalancerId", loadBalancer.id()));
		return reply.rows(reply.body(), "ListenerSet")
			.stream()
			.map((row) -> ListenerRow.ofBareMetal(reply, row, NAMES))
			.toList();
	}

}
