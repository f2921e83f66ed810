package dev.certdeck.tencent.v2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.ListenerBindings;
import dev.certdeck.tencent.wire.ListenerRow;
import dev.certdeck.tencent.wire.LoadBalancer;
import dev.certdeck.tencent.wire.Reply;

/**
 * The load balancers (CLB) that use certificates, of all regions, from
 * {@code GetCertListWithLoadBalancer}.
 */
class ClbBindings implements BindingSource {

	private static final String ACTION = "GetCertListWithLoadBalancer";

	private static final String SET = "certSet";

	private static final ListenerRow.Names NAMES = new ListenerRow.Names("unListenerId", "listenerName",
			"loadBalancerPort", "SSLMode", "certId", "certCaId");

	private final V2Client client;

	private final Parallel parallel;

	private final int batchSize;

	ClbBindings(V2Client client, Parallel parallel, int batchSize) {
		this.client = client;
		this.parallel = parallel;
		this.batchSize = batchSize;
	}

	@Override
	public Set<ResourceType> kinds() {
		return Set.of(ResourceType.CLB);
	}

	@Override
	public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
		ListenerBindings bindings = new ListenerBindings(ResourceType.CLB, certificates);
		this.parallel
			.map(this.client.reading(CloudModule.LB, ACTION), batches(certificates),
					(batch) -> this.client.read(CloudModule.LB, ACTION, batch))
			.forEach((reply) -> collect(reply, bindings));
		return bindings.byCertificate();
	}

	private List<Map<String, String>> batches(Collection<CertificateId> certificates) {
		List<Map<String, String>> batches = new ArrayList<>();
		Map<String, String> batch = Map.of();
		for (CertificateId id : Set.copyOf(certificates)) {
			if (batch.isEmpty() || batch.size() == this.batchSize) {
				batch = new LinkedHashMap<>();
				batches.add(batch);
			}
			batch.put("certIds." + batch.size(), id.value());
		}
		return batches;
	}

	private static void collect(Reply reply, ListenerBindings bindings) {
		Fields set = reply.body().object(SET);
		if (!set.node().isObject() && !(set.node().isArray() && set.isEmpty())) {
			throw reply.unintelligible("'%s' is no object".formatted(SET));
		}
		for (String certificate : set.node().propertyNames()) {
			if (set.isAbsent(certificate)) {
				bindings.leaveOut(certificate);
			}
			else {
				reply.rows(set, certificate).forEach((row) -> collect(reply, certificate, row, bindings));
			}
		}
	}

	private static void collect(Reply reply, String certificate, Fields row, ListenerBindings bindings) {
		LoadBalancer loadBalancer = new LoadBalancer(ResourceType.CLB, reply.id(row, "loadBalancerId"),
				row.text("LBName"), row.text("region"));
		bindings.add(certificate, loadBalancer);
		reply.rows(row, "listener").forEach((listener) -> {
			ListenerRow read = ListenerRow.read(reply, listener, NAMES);
			read.certificateIds().forEach((id) -> bindings.add(id, loadBalancer, List.of(read.listener())));
		});
	}

}
