package dev.certdeck.tencent.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;

/**
 * Collects the load balancers that use certificates, each once with its listeners.
 */
public class ListenerBindings {

	private final ResourceType kind;

	private final Map<String, Map<LoadBalancer, Set<Listener>>> found = new LinkedHashMap<>();

	/**
	 * Creates the collection.
	 * @param kind the kind of load balancers
	 * @param asked the certificates to look for; all others are passed over
	 */
	public ListenerBindings(ResourceType kind, Collection<CertificateId> asked) {
		this.kind = kind;
		asked.forEach((id) -> this.found.put(id.value(), new LinkedHashMap<>()));
	}

	/**
	 * Leaves out a certificate whose load balancers the cloud does not name.
	 * @param certificate the certificate
	 */
	public void leaveOut(String certificate) {
		this.found.remove(certificate);
	}

	/**
	 * Adds a load balancer.
	 * @param certificate the certificate that it uses
	 * @param loadBalancer the load balancer
	 */
	public void add(String certificate, LoadBalancer loadBalancer) {
		add(certificate, loadBalancer, List.of());
	}

	/**
	 * Adds listeners of a load balancer.
	 * @param certificate the certificate that they use
	 * @param loadBalancer the load balancer
	 * @param listeners the listeners
	 */
	public void add(String certificate, LoadBalancer loadBalancer, List<Listener> listeners) {
		Map<LoadBalancer, Set<Listener>> loadBalancers = this.found.get(certificate);
		if (loadBalancers != null) {
			loadBalancers.computeIfAbsent(loadBalancer, (key) -> new LinkedHashSet<>()).addAll(listeners);
		}
	}

	/**
	 * Returns what was collected.
	 * @return the load balancers of each certificate that was not left out, none if
	 * nothing uses it
	 */
	public Map<CertificateId, Bindings> byCertificate() {
		Map<CertificateId, Bindings> bindings = new HashMap<>();
		this.found.forEach((id, loadBalancers) -> bindings.put(new CertificateId(id),
				Bindings.of(Set.of(this.kind), bindings(loadBalancers))));
		return bindings;
	}

	private static List<Binding> bindings(Map<LoadBalancer, Set<Listener>> loadBalancers) {
		List<Binding> bindings = new ArrayList<>();
		loadBalancers.forEach((loadBalancer, listeners) -> bindings.add(new Binding(loadBalancer.kind(),
				loadBalancer.id(), loadBalancer.name(), loadBalancer.region(), List.copyOf(listeners))));
		return bindings;
	}

}
