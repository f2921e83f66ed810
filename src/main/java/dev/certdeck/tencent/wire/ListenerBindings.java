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
import dev.certdeck.certificate.BindingSource.Found;
import dev.certdeck.certificate.CertificateId;

/**
 * Gathers by certificate the load balancers that use it, each once, with its listeners.
 */
public class ListenerBindings {

	private final Set<String> asked = new LinkedHashSet<>();

	private final Map<CertificateId, Map<LoadBalancer, Set<Listener>>> found = new HashMap<>();

	/**
	 * Creates the collection.
	 * @param asked the certificates to look for; all others are left out
	 */
	public ListenerBindings(Collection<CertificateId> asked) {
		asked.forEach((id) -> this.asked.add(id.value()));
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
		if (this.asked.contains(certificate)) {
			this.found.computeIfAbsent(new CertificateId(certificate), (id) -> new LinkedHashMap<>())
				.computeIfAbsent(loadBalancer, (key) -> new LinkedHashSet<>())
				.addAll(listeners);
		}
	}

	/**
	 * Returns what was gathered.
	 * @return the load balancers by certificate
	 */
	public Map<CertificateId, Found> byCertificate() {
		Map<CertificateId, Found> bindings = new HashMap<>();
		this.found.forEach((id, loadBalancers) -> bindings.put(id, Found.of(bindings(loadBalancers))));
		return bindings;
	}

	private static List<Binding> bindings(Map<LoadBalancer, Set<Listener>> loadBalancers) {
		List<Binding> bindings = new ArrayList<>();
		loadBalancers.forEach((loadBalancer, listeners) -> bindings.add(new Binding(loadBalancer.kind(),
				loadBalancer.id(), loadBalancer.name(), loadBalancer.region(), List.copyOf(listeners))));
		return bindings;
	}

}
