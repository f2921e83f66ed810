package dev.certdeck.security;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

import dev.certdeck.http.InvalidSettingException;

/**
 * A group of the identity provider as the settings name it.
 *
 * @param name its name, which may be a distinguished name
 * @param alone whether it is the whole value of a setting, not an entry of a list
 */
record Group(String name, boolean alone) {

	/**
	 * The beginning of a distinguished name (RFC 4514, section 3, table of attribute
	 * types).
	 */
	private static final Pattern DISTINGUISHED = Pattern.compile("(?:CN|L|ST|O|OU|C|STREET|DC|UID)\\s*=.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * The types of a whole distinguished name from its end: the domain if it has one,
	 * then what is no domain.
	 */
	private static final Pattern WHOLE = Pattern.compile("(?:DC,)+(?:(?!DC,)[^,]+,)+|(?:(?!DC,)[^,]+,){2,}");

	Group {
		name = name.strip();
	}

	/**
	 * Checks that the name is that of one group.
	 * @param setting the setting's name below {@code certdeck.sso}
	 * @throws InvalidSettingException if it is a part of a distinguished name, or may
	 * name several groups
	 */
	void check(String setting) {
		if (WHOLE.matcher(types(this.name)).matches()) {
			return;
		}
		if (DISTINGUISHED.matcher(this.name).matches()) {
			throw new InvalidSettingException(
					"""
							certdeck.sso.%s is '%s', which is not one whole distinguished name. Write it with all its parts as one \
							value, CN=...,OU=...,DC=..., and in quotes where it stands in a YAML list."""
						.formatted(setting, this.name),
					null);
		}
		if (this.alone && this.name.contains(",")) {
			throw new InvalidSettingException(
					"""
							certdeck.sso.%1$s is '%2$s', which may be one group or several. Write several as a YAML list or one by one, \
							certdeck.sso.%1$s[0]=... or %3$s_0=... in the environment; a list of one holds a group with a comma."""
						.formatted(setting, this.name,
								"CERTDECK_SSO_" + setting.replace('.', '_').toUpperCase(Locale.ROOT)),
					null);
		}
	}

	private static String types(String name) {
		try {
			return new LdapName(name).getRdns()
				.stream()
				.map((part) -> ((part.size() > 0) ? part.getType().toUpperCase(Locale.ROOT) : "") + ",")
				.collect(Collectors.joining());
		}
		catch (InvalidNameException ex) {
			return "";
		}
	}

}
