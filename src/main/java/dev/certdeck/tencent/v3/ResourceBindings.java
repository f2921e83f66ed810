package dev.certdeck.tencent.v3;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateId;

/**
 * The resources of all products but bare metal that use certificates, from the tasks in
 * which the cloud looks for them.
 */
class ResourceBindings implements BindingSource {

	private final BindTasks tasks;

	private final ResourceNames names;

	ResourceBindings(BindTasks tasks, ResourceNames names) {
		this.tasks = tasks;
		this.names = names;
	}

	@Override
	public Set<BindingKind> kinds() {
		return Counts.KINDS;
	}

	/**
	 * Counts resources by product and region, without names: these would cost a call for
	 * each certificate. The cloud may answer what it found in the last 30 minutes.
	 */
	@Override
	public Map<CertificateId, Found> survey(Collection<CertificateId> certificates) {
		Map<CertificateId, Found> found = new HashMap<>();
		this.tasks.run(certificates, false).forEach((id, counts) -> found.put(id, counts.found()));
		return found;
	}

	@Override
	public Found inspect(CertificateId certificate, boolean fresh) {
		Map<CertificateId, Counts> counts = this.tasks.run(List.of(certificate), fresh);
		return this.names.name(Objects.requireNonNull(counts.get(certificate)));
	}

}
