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
 * The products that every answer about the use of a certificate must cover: those that
 * block a deletion, and each product that any answer of the same search lists. A product
 * that an answer does not list may use the certificate nevertheless.
 *
 * @param products the products as the cloud names them, in lower case
 */
record Coverage(Set<String> products) {

	static final Coverage LEAST = of(ResourceType.blockingDeletion());

	/**
	 * Every product that Certdeck knows by name, for as long as no answer has listed any.
	 */
	static final Coverage ALL = of(Counts.KINDS);

	private static Coverage of(Set<ResourceType> kinds) {
		return new Coverage(kinds.stream()
			.filter((kind) -> Counts.KINDS.contains(kind) && kind != ResourceType.OTHER)
			.map(Message::key)
			.collect(Collectors.toUnmodifiableSet()));
	}

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
	 * Marks the products that an answer does not cover as unknown.
	 * @param answers the answers by certificate
	 * @return the answers
	 */
	Map<CertificateId, Counts> require(Map<CertificateId, Counts> answers) {
		return answers.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (answer) -> answer.getValue().requiring(this.products)));
	}

}
