package dev.certdeck.tencent.v2;

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
import dev.certdeck.certificate.CertificateId;

/**
 * Gathers by certificate the load balancers that use it, each once, with its listeners.
 */
class ListenerBindings {

	private final Set<String> asked = new LinkedHashSet<>();

	private final Map<CertificateId, Map<LoadBalancer, Set<Listener>>> found = new HashMap<>();

	/**
	 * Creates the collection.
	 * @param asked the certificates to look for; all others are left out
	 */
	ListenerBindings(Collection<CertificateId> asked) {
		asked.forEach((id) -> this.asked.add(id.value()));
	}

	void add(String certificate, LoadBalancer loadBalancer) {
		add(certificate, loadBalancer, List.of());
	}

	void add(String certificate, LoadBalancer loadBalancer, List<Listener> listeners) {
		if (this.asked.contains(certificate)) {
			this.found.computeIfAbsent(new CertificateId(certificate), (id) -> new LinkedHashMap<>())
				.computeIfAbsent(loadBalancer, (key) -> new LinkedHashSet<>())
				.addAll(listeners);
		}
	}

	Map<CertificateId, List<Binding>> byCertificate() {
		Map<CertificateId, List<Binding>> bindings = new HashMap<>();
		this.found.forEach((id, loadBalancers) -> bindings.put(id, bindings(loadBalancers)));
		return bindings;
	}

	private static List<Binding> bindings(Map<LoadBalancer, Set<Listener>> loadBalancers) {
		List<Binding> bindings = new ArrayList<>();
		loadBalancers.forEach((loadBalancer, listeners) -> bindings.add(new Binding(loadBalancer.kind(),
				loadBalancer.id(), loadBalancer.name(), loadBalancer.region(), List.copyOf(listeners))));
		return bindings;
	}

}
