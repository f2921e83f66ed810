package dev.certdeck.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;

/**
 * A product in memory that fails when it is told to.
 */
public class FakeBindingSource implements BindingSource {

	private final Set<ResourceType> kinds;

	private final Map<CertificateId, Bindings> bindings = new ConcurrentHashMap<>();

	/**
	 * Whether it answers what it remembers unless it is asked to look itself.
	 */
	public boolean cached;

	/**
	 * What it finds when it looks itself, if that is something else.
	 */
	public final Map<CertificateId, Bindings> fresh = new ConcurrentHashMap<>();

	/**
	 * What it finds when it is thorough, if that is something else.
	 */
	public final Map<CertificateId, Bindings> thorough = new ConcurrentHashMap<>();

	/**
	 * The certificates for which it was asked to be thorough.
	 */
	public final List<CertificateId> searchedFor = new CopyOnWriteArrayList<>();

	/**
	 * The certificates for which it was asked to look itself.
	 */
	public final List<CertificateId> lookedFor = new CopyOnWriteArrayList<>();

	/**
	 * What is done when it is asked, such as to fail.
	 */
	public Runnable onCall = () -> {
	};

	/**
	 * Creates the source.
	 * @param kinds the kinds that it covers
	 */
	public FakeBindingSource(ResourceType... kinds) {
		this.kinds = Set.of(kinds);
	}

	/**
	 * Lets resources use a certificate.
	 * @param id the certificate's id
	 * @param bindings the resources
	 * @return this source
	 */
	public FakeBindingSource bind(String id, Binding... bindings) {
		return find(id, Bindings.of(this.kinds, List.of(bindings)));
	}

	/**
	 * Lets something be found about a certificate.
	 * @param id the certificate's id
	 * @param found what is found
	 * @return this source
	 */
	public FakeBindingSource find(String id, Bindings found) {
		this.bindings.put(new CertificateId(id), found);
		return this;
	}

	@Override
	public Set<ResourceType> kinds() {
		return this.kinds;
	}

	@Override
	public boolean isCached() {
		return this.cached;
	}

	@Override
	public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
		this.onCall.run();
		Map<CertificateId, Bindings> found = new ConcurrentHashMap<>();
		certificates.forEach((id) -> found.put(id, this.bindings.getOrDefault(id, Bindings.of(this.kinds, List.of()))));
		if (fresh) {
			this.lookedFor.addAll(certificates);
			this.fresh.forEach(found::replace);
		}
		return found;
	}

	@Override
	public Bindings find(CertificateId certificate, Look look) {
		Bindings found = BindingSource.super.find(certificate, look);
		if (look == Look.THOROUGH) {
			this.searchedFor.add(certificate);
			return this.thorough.getOrDefault(certificate, found);
		}
		return found;
	}

}
