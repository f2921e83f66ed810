package dev.certdeck.tencent.v3;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.filter.TokenFilter;

/**
 * Filters private keys and their passwords out of an answer, at any depth, before they
 * become objects. "DescribeCertificateDetail" returns them unasked.
 */
class SecretFilter extends TokenFilter {

	@Override
	public @Nullable TokenFilter includeProperty(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return (lower.contains("privatekey") || lower.contains("keypassword") && !lower.endsWith("flag")) ? null : this;
	}

	@Override
	public boolean includeEmptyArray(boolean contentsFiltered) {
		return true;
	}

	@Override
	public boolean includeEmptyObject(boolean contentsFiltered) {
		return true;
	}

	@Override
	protected boolean _includeScalar() {
		return true;
	}

}
