package dev.certdeck.tencent.v3;

import java.util.List;
import java.util.Map;

import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.ListenerRow;
import dev.certdeck.tencent.wire.ListenerSource;
import dev.certdeck.tencent.wire.LoadBalancer;
import dev.certdeck.tencent.wire.Reply;
import dev.certdeck.tencent.wire.Scan;
import dev.certdeck.tencent.wire.Slice;

/**
 * Load balancers (CLB) by {@code DescribeLoadBalancers} and {@code DescribeListeners} of
 * {@code clb} 2018-03-17. Classic ones are left out: their listeners, which another
 * action returns, have one certificate each, which the cloud's own search finds.
 */
class V3LoadBalancers implements ListenerSource {

	private static final String LISTENERS = "DescribeListeners";

	private static final String TOTAL = "TotalCount";

	private static final int PAGE_SIZE = 100;

	private static final int GENERIC = 1;

	private static final String NO_SUCH_REGION = "UnsupportedRegion";

	private final V3Client client;

	V3LoadBalancers(V3Client client) {
		this.client = client;
	}

	@Override
	public RemoteCall listenersCall() {
		return this.client.reading(Service.CLB, LISTENERS);
	}

	/**
	 * Reads the load balancers of a region; there are none where CLB is not offered.
	 */
	@Override
	public List<LoadBalancer> loadBalancers(String region) {
		try {
			return new Scan<LoadBalancer>(PAGE_SIZE, (loadBalancer) -> loadBalancer.id())
				.all((number, offset, size) -> loadBalancers(region, offset, size));
		}
		catch (CloudException ex) {
			if (ex.error().code().equals(NO_SUCH_REGION)) {
				return List.of();
			}
			throw ex;
		}
	}

	private Slice<LoadBalancer> loadBalancers(String region, int offset, int size) {
		Reply reply = this.client.read(Service.CLB, "DescribeLoadBalancers", region,
				Map.of("Forward", GENERIC, "Offset", offset, "Limit", size));
		List<LoadBalancer> rows = reply.rows(reply.body(), "LoadBalancerSet", TOTAL)
			.stream()
			.map((row) -> new LoadBalancer(ResourceType.CLB, reply.id(row, "LoadBalancerId"),
					row.text("LoadBalancerName"), region))
			.toList();
		return new Slice<>(reply, rows, reply.count(reply.body(), TOTAL));
	}

	/**
	 * Reads the listeners of a load balancer, all of them: an answer to listeners by id
	 * may lack their certificates.
	 */
	@Override
	public List<ListenerRow> listeners(LoadBalancer loadBalancer) {
		Reply reply = this.client.read(Service.CLB, LISTENERS, loadBalancer.region(),
				Map.of("LoadBalancerId", loadBalancer.id()));
		List<Fields> rows = reply.rows(reply.body(), "Listeners", TOTAL);
		if (!reply.body().isAbsent(TOTAL) && reply.count(reply.body(), TOTAL) != rows.size()) {
			throw reply.unintelligible("not as many listeners as it counts");
		}
		return rows.stream().map((row) -> ClbListenerRow.read(reply, row, loadBalancer)).toList();
	}

}
