package dev.certdeck.list;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.certdeck.audit.AuditView;
import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.UsageCheck;
import dev.certdeck.inventory.UsageFailure;
import dev.certdeck.pki.CertificateChain;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one certificate shows.
 *
 * @param view the certificate
 * @param check the usage check that is running, absent if there is none
 * @param chain its chain
 * @param gaps the kinds of which the page can't tell whether they use it
 * @param history what was done to it
 * @param failure why it could not be read from the cloud, absent if it could
 * @param busy whether it was not read because many pages wait for the cloud
 */
record CertificatePage(CertificateView view, @Nullable UsageCheck check, CertificateChain chain, Gaps gaps,
		List<AuditView> history, @Nullable CloudException failure, boolean busy) {

	/**
	 * Returns the resources that use the certificate.
	 * @return the resources by kind
	 */
	public Map<ResourceType, List<Binding>> bindings() {
		return this.view.usage()
			.bindings()
			.stream()
			.collect(Collectors.groupingBy(Binding::kind, TreeMap::new, Collectors.toList()));
	}

	/**
	 * Returns why it is not known what uses the certificate.
	 * @return the causes
	 */
	public List<UsageFailure> usageFailures() {
		return UsageFailure.of(List.of(new Entry(this.view.certificate(), this.view.usage())));
	}

	/**
	 * The kinds of resources of which it is unknown for every certificate whether they
	 * use it.
	 *
	 * @param unchecked those that are not asked for because that is switched off
	 * @param shallow those that are searched less closely than they could be
	 * @param uncovered those of which no answer of the cloud says anything
	 */
	record Gaps(Set<ResourceType> unchecked, Set<ResourceType> shallow, Set<ResourceType> uncovered) {

	}

}
