package dev.certdeck.sandbox.v3;

import java.util.Collection;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import dev.certdeck.sandbox.cloud.CertificateQuery;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Filters that count only where a value is given; without any, all certificates pass.
 */
final class Filters {

	private Predicate<HeldCertificate> filter = CertificateQuery.ALL;

	<V> Filters and(@Nullable V value, BiPredicate<HeldCertificate, V> test) {
		if (value == null || value.equals("") || value instanceof Collection<?> values && values.isEmpty()) {
			return this;
		}
		Predicate<HeldCertificate> next = (held) -> test.test(held, value);
		this.filter = (this.filter == CertificateQuery.ALL) ? next : this.filter.and(next);
		return this;
	}

	Predicate<HeldCertificate> build() {
		return this.filter;
	}

}
