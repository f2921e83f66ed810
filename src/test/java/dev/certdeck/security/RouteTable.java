package dev.certdeck.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The table of {@link RouteAccessTests} for tests that ask over HTTP.
 */
public final class RouteTable {

	private RouteTable() {
	}

	/**
	 * Returns the routes that need a role.
	 * @return a row for each
	 */
	public static List<Row> rows() {
		return RouteAccessTests.ROUTES.stream()
			.filter((route) -> route.role() != null)
			.map((route) -> new Row(route.method(), route.url(), route.role().name()))
			.toList();
	}

	/**
	 * A route.
	 *
	 * @param method its HTTP method
	 * @param path its path
	 * @param role the lowest role that may use it
	 */
	public record Row(String method, String path, String role) {

		/**
		 * Tells whether people with a role may use the route.
		 * @param role the role, absent for people without one
		 * @return whether they may
		 */
		public boolean isOpenTo(@Nullable String role) {
			return role != null && Role.valueOf(role).compareTo(Role.valueOf(this.role)) >= 0;
		}

	}

}
