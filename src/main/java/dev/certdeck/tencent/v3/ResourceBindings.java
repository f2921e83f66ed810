package dev.certdeck.tencent.v3;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * The resources of all products but bare metal that use certificates, from the tasks in
 * which the cloud looks for them.
 */
class ResourceBindings implements BindingSource {

	private final BindTasks tasks;

	private final ResourceNames names;

	private final @Nullable ClbListeners listeners;

	private volatile Coverage coverage = Coverage.ALL;

	private volatile int searched;

	/**
	 * Creates the source.
	 * @param tasks let the cloud search
	 * @param names names the resources that the cloud has counted
	 * @param listeners searches the listeners of CLB as well; absent if that is switched
	 * off
	 */
	ResourceBindings(BindTasks tasks, ResourceNames names, @Nullable ClbListeners listeners) {
		this.tasks = tasks;
		this.names = names;
		this.listeners = listeners;
	}

	@Override
	public Set<ResourceType> kinds() {
		return Counts.KINDS;
	}

	@Override
	public boolean isCached() {
		return true;
	}

	@Override
	public Duration longestWait() {
		return this.tasks.timeout();
	}

	/**
	 * Counts resources by product and region, without names, which would take a call for
	 * each certificate. Unless the search has to be fresh, the cloud may answer what it
	 * found in the last 30 minutes.
	 */
	@Override
	public Map<CertificateId, Bindings> findAll(Collection<CertificateId> certificates, boolean fresh) {
		Map<CertificateId, Counts> answers = this.tasks.run(certificates, fresh);
		if (!fresh) {
			remember(answers);
		}
		Map<CertificateId, Bindings> found = new HashMap<>();
		covered(answers).forEach((id, counts) -> found.put(id,
				(this.listeners != null) ? this.listeners.remembered(id, counts.found()) : counts.found()));
		return found;
	}

	/**
	 * Remembers what a search says of all certificates. One for a few of them adds to
	 * that, but does not tell what others are not asked for any more.
	 * @param answers the answers by certificate
	 */
	private void remember(Map<CertificateId, Counts> answers) {
		boolean all = answers.size() > this.searched / 2;
		if (all && this.listeners != null) {
			this.listeners.retain(answers.keySet());
		}
		if (answers.values().stream().anyMatch((counts) -> !counts.products().isEmpty())) {
			this.coverage = (all ? Coverage.LEAST : this.coverage).with(answers.values());
		}
		if (all) {
			this.searched = answers.size();
		}
	}

	@Override
	public Set<ResourceType> shallowKinds() {
		return (this.listeners != null) ? Set.of() : Set.of(ResourceType.CLB);
	}

	/**
	 * Names the resources, and looks at the listeners of CLB where it has to be thorough.
	 */
	@Override
	public Bindings find(CertificateId certificate, Look look) {
		Map<CertificateId, Counts> answers = covered(this.tasks.run(List.of(certificate), look != Look.REMEMBERED));
		Counts counts = Objects.requireNonNull(answers.get(certificate));
		Bindings found = this.names.name(counts);
		if (this.listeners == null) {
			return found;
		}
		return (look == Look.THOROUGH || (look == Look.FRESH && this.listeners.hasFound(certificate)))
				? this.listeners.complete(certificate, found, counts.regions(ResourceType.CLB))
				: this.listeners.remembered(certificate, found);
	}

	/**
	 * Marks as unknown what an answer leaves out and another answer of the same search,
	 * or of the last one for all certificates, lists.
	 * @param answers the answers by certificate
	 * @return the answers
	 */
	private Map<CertificateId, Counts> covered(Map<CertificateId, Counts> answers) {
		return this.coverage.with(answers.values()).require(answers);
	}

}
