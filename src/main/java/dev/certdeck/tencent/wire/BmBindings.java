package dev.certdeck.tencent.wire;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.Parallel;

/**
 * The load balancers of bare metal (BM) that use certificates, found among all their
 * listeners.
 */
public class BmBindings implements BindingSource {

	private final ListenerScan scan;

	private final List<String> regions;

	/**
	 * Creates the source.
	 * @param bareMetal makes the calls
	 * @param parallel makes several at once
	 * @param regions the regions to ask
	 */
	public BmBindings(ListenerSource bareMetal, Parallel parallel, List<String> regions) {
		this.scan = new ListenerScan(ResourceType.BM, bareMetal, parallel);
		this.regions = regions;
	}

	@Override
	public Set<ResourceType> kinds() {
		return Set.of(ResourceType.BM);
	}

	@Override
	public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
		return certificates.isEmpty() ? Map.of() : this.scan.find(certificates, this.regions);
	}

}
