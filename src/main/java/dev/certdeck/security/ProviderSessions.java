package dev.certdeck.security;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Stores which session belongs to which session of the provider, so that any replica can
 * end it. A row is deleted with its session.
 */
class ProviderSessions {

	private static final String DELETE = """
			delete from provider_session where session_primary_id in
			(select primary_id from spring_session where session_id = :session)""";

	private static final String INSERT = """
			insert into provider_session (session_primary_id, issuer, subject, sid, issued_at)
			select primary_id, cast(:issuer as varchar(1000)), cast(:subject as varchar(255)), cast(:sid as varchar(255)),
			cast(:issuedAt as bigint) from spring_session where session_id = :session""";

	private static final String FIND = """
			select s.session_id from provider_session p join spring_session s on s.primary_id = p.session_primary_id
			where p.issuer = :issuer and p.issued_at <= :issuedAt
			and (cast(:sid as varchar(255)) is null or p.sid = cast(:sid as varchar(255)))
			and (cast(:subject as varchar(255)) is null or p.subject = cast(:subject as varchar(255)))""";

	private final JdbcClient jdbc;

	ProviderSessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Stores the provider's session of a session, in place of an earlier one.
	 * @param sessionId the id of the session in the database
	 * @param token the token that began it
	 * @throws IllegalStateException if there is no such session
	 */
	void register(String sessionId, OidcIdToken token) {
		this.jdbc.sql(DELETE).param("session", sessionId).update();
		int rows = this.jdbc.sql(INSERT)
			.param("session", sessionId)
			.param("issuer", Objects.requireNonNull(token.getIssuer()).toExternalForm())
			.param("subject", token.getSubject())
			.param("sid", sid(token))
			.param("issuedAt", seconds(token.getIssuedAt()))
			.update();
		if (rows != 1) {
			throw new IllegalStateException("The session is gone");
		}
	}

	/**
	 * Finds the sessions that a logout token ends: those of its session or else of its
	 * subject, but none that began after it was issued, so that a replayed token is
	 * harmless.
	 * @param token a valid logout token
	 * @return the ids of the sessions
	 */
	List<String> endedBy(Jwt token) {
		return this.jdbc.sql(FIND)
			.param("issuer", token.getClaimAsString("iss"))
			.param("sid", sid(token))
			.param("subject", token.getSubject())
			.param("issuedAt", seconds(token.getIssuedAt()))
			.query(String.class)
			.list();
	}

	private static @Nullable String sid(ClaimAccessor token) {
		return (token.getClaims().get("sid") instanceof String sid && sid.chars().noneMatch(Character::isISOControl))
				? sid : null;
	}

	private static long seconds(@Nullable Instant issuedAt) {
		return Objects.requireNonNull(issuedAt).getEpochSecond();
	}

}
