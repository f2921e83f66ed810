package dev.certdeck.tencent;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that wait only a short time for an answer. The pool takes the limit back.
 */
class ImpatientDataSource extends DelegatingDataSource {

	private static final int TIMEOUT_MILLIS = 2000;

	ImpatientDataSource(DataSource target) {
		super(target);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		try {
			connection.setNetworkTimeout(Runnable::run, TIMEOUT_MILLIS);
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

}
