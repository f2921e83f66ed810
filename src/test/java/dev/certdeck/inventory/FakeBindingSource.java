package dev.certdeck.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;

/**
 * A product in memory that fails when it is told to.
 */
public class FakeBindingSource implements BindingSource {

	private final Set<BindingKind> kinds;

	private final Map<CertificateId, List<Binding>> bindings = new ConcurrentHashMap<>();

	/**
	 * What is done when it is asked, such as to fail.
	 */
	public Runnable onCall = () -> {
	};

	/**
	 * Creates the source.
	 * @param kinds the kinds that it covers
	 */
	public FakeBindingSource(BindingKind... kinds) {
		this.kinds = Set.of(kinds);
	}

	/**
	 * Lets resources use a certificate.
	 * @param id the certificate's id
	 * @param bindings the resources
	 * @return this source
	 */
	public FakeBindingSource bind(String id, Binding... bindings) {
		this.bindings.put(new CertificateId(id), List.of(bindings));
		return this;
	}

	@Override
	public Set<BindingKind> kinds() {
		return this.kinds;
	}

	@Override
	public Map<CertificateId, List<Binding>> bindings(Collection<CertificateId> certificates) {
		this.onCall.run();
		Map<CertificateId, List<Binding>> found = new ConcurrentHashMap<>(this.bindings);
		found.keySet().retainAll(Set.copyOf(certificates));
		return found;
	}

}
