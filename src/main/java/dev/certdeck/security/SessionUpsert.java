package dev.certdeck.security;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Lets concurrent requests write to the same session: the last one wins, where Spring
 * Session would fail.
 */
@Configuration(proxyBeanMethods = false)
class SessionUpsert {

	private static final String H2_UPSERT = """
			MERGE INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
			KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)
			VALUES (?, ?, ?)
			""";

	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> concurrentWrites(DataSource dataSource)
			throws MetaDataAccessException {
		String product = JdbcUtils.commonDatabaseName(
				JdbcUtils.<String>extractDatabaseMetaData(dataSource, (metaData) -> metaData.getDatabaseProductName()));
		return (DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL)
				? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
				: (sessions) -> sessions.setCreateSessionAttributeQuery(H2_UPSERT);
	}

}
