package dev.certdeck.tencent.v3;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.ResourceType;

/**
 * The products for which every answer about the use of a certificate has to vouch: CLB
 * and CDN, and each product that any answer of the same look lists. That a product is not
 * listed does not say that it does not use the certificate.
 *
 * @param products the products as the cloud names them, in lower case
 */
record Coverage(Set<String> products) {

	static final Coverage LEAST = new Coverage(Set.of("clb", "cdn"));

	/**
	 * Every product that Certdeck knows by name, as long as it is not known which of them
	 * the cloud lists.
	 */
	static final Coverage ALL = new Coverage(Counts.KINDS.stream()
		.filter((kind) -> kind != ResourceType.OTHER)
		.map(Message::key)
		.collect(Collectors.toUnmodifiableSet()));

	/**
	 * Adds the products that answers list.
	 * @param answers the answers
	 * @return the coverage of both
	 */
	Coverage with(Collection<Counts> answers) {
		Set<String> all = new TreeSet<>(this.products);
		answers.forEach((counts) -> all.addAll(counts.products().keySet()));
		return new Coverage(Set.copyOf(all));
	}

	/**
	 * Takes as not known what an answer does not vouch for.
	 * @param answers the answers by certificate
	 * @return the answers
	 */
	Map<CertificateId, Counts> require(Map<CertificateId, Counts> answers) {
		return answers.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (answer) -> answer.getValue().requiring(this.products)));
	}

}
