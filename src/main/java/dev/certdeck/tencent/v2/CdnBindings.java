package dev.certdeck.tencent.v2;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;
import dev.certdeck.tencent.wire.Scan;
import dev.certdeck.tencent.wire.Slice;

/**
 * The hosts of the content delivery network (CDN) that use certificates, found among all
 * hosts of {@code DescribeCdnHosts}.
 */
class CdnBindings implements BindingSource {

	private static final String ACTION = "DescribeCdnHosts";

	private final V2Client client;

	private final int pageSize;

	CdnBindings(V2Client client, int pageSize) {
		this.client = client;
		this.pageSize = pageSize;
	}

	@Override
	public Set<ResourceType> kinds() {
		return Set.of(ResourceType.CDN);
	}

	@Override
	public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
		if (certificates.isEmpty()) {
			return Map.of();
		}
		Map<String, List<Binding>> hosts = new Scan<>(this.pageSize, CdnHost::id).all(this::read)
			.stream()
			.collect(Collectors.groupingBy(CdnHost::certificateId,
					Collectors.mapping(CdnHost::binding, Collectors.toList())));
		return certificates.stream()
			.distinct()
			.collect(Collectors.toMap((id) -> id,
					(id) -> Bindings.of(kinds(), hosts.getOrDefault(id.value(), List.of()))));
	}

	private Slice<CdnHost> read(int number, int offset, int size) {
		Reply reply = this.client.read(CloudModule.CDN, ACTION,
				Map.of("detail", "1", "offset", Integer.toString(offset), "limit", Integer.toString(size)));
		Fields data = reply.required("data");
		List<CdnHost> hosts = reply.rows(data, "hosts", "total")
			.stream()
			.map((row) -> CdnHost.read(reply, row))
			.toList();
		return new Slice<>(reply, hosts, reply.count(data, "total"));
	}

}
