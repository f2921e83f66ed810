package dev.certdeck.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/**
 * Maps the groups of a person at the identity provider to roles.
 */
class GroupRoles implements GrantedAuthoritiesMapper {

	private final GroupsClaim claim;

	private final Map<Role, List<String>> groups;

	GroupRoles(GroupsClaim claim, Map<Role, List<String>> groups) {
		this.claim = claim;
		this.groups = Map.copyOf(groups);
	}

	/**
	 * Returns the groups that give a role.
	 * @return the groups in the order of the roles
	 */
	List<String> known() {
		return Arrays.stream(Role.values())
			.flatMap((role) -> this.groups.getOrDefault(role, List.of()).stream())
			.distinct()
			.toList();
	}

	Set<Role> roles(Map<String, Object> claims) {
		Collection<String> named = this.claim.groups(claims);
		Set<Role> roles = new LinkedHashSet<>();
		this.groups.forEach((role, groups) -> {
			if (groups.stream().anyMatch(named::contains)) {
				roles.add(role);
			}
		});
		return roles;
	}

	@Override
	public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
		Set<GrantedAuthority> mapped = new LinkedHashSet<>();
		for (GrantedAuthority authority : authorities) {
			if (authority instanceof OidcUserAuthority user) {
				roles(user.getAttributes()).forEach((role) -> mapped.add(role.authority()));
			}
		}
		return mapped;
	}

}
