package dev.certdeck.security;

import java.util.Map;

/**
 * Tells whether the provider omitted a person's groups because there are too many. Entra
 * ID then names the claim in {@code _claim_names} (OpenID Connect Core, section 5.6.2),
 * or says in {@code hasgroups} that there are groups.
 *
 * @param claim the claim that lists the groups, or the names on the way to it with dots
 * between them
 */
record GroupsOverage(String claim) {

	/**
	 * Tells whether claims say that there are groups, and list none.
	 */
	boolean isIn(Map<String, Object> claims) {
		String outer = this.claim.split("\\.", 2)[0];
		if (claims.containsKey(this.claim) || claims.containsKey(outer)) {
			return false;
		}
		boolean elsewhere = claims.get("_claim_names") instanceof Map<?, ?> names
				&& (names.containsKey(this.claim) || names.containsKey(outer));
		return elsewhere || (outer.equals("groups") && "true".equals(String.valueOf(claims.get("hasgroups"))));
	}

}
