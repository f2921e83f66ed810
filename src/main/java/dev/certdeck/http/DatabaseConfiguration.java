package dev.certdeck.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Configures the detection of a database that is away, and what works without it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	private static final int TIMEOUT_MILLIS = 5000;

	@Bean
	DatabaseProbe databaseProbe(JdbcOperations jdbc) {
		return new DatabaseProbe(jdbc, TIMEOUT_MILLIS);
	}

	/**
	 * The thread of the watch. It is not interrupted at shutdown, since H2 closes its
	 * file on an interrupted thread.
	 * @return the executor
	 */
	@Bean(destroyMethod = "shutdown", defaultCandidate = false)
	ScheduledExecutorService databaseWatcher() {
		return Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "database-watch");
			thread.setDaemon(true);
			return thread;
		});
	}

	@Bean
	DatabaseWatch databaseWatch(DatabaseProbe probe,
			@Qualifier("databaseWatcher") ScheduledExecutorService databaseWatcher) {
		return new DatabaseWatch(probe::ask, databaseWatcher, Duration.ofSeconds(1));
	}

	@Bean
	DatabaseHealth dbHealthIndicator(DatabaseProbe probe, DatabaseWatch watch) {
		return new DatabaseHealth(probe, watch);
	}

	@Bean
	FilterRegistrationBean<DatabaseAwayFilter> databaseAwayFilter(ErrorPage page, DatabaseWatch watch) {
		FilterRegistrationBean<DatabaseAwayFilter> registration = new FilterRegistrationBean<>(
				new DatabaseAwayFilter(page, watch));
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
		return registration;
	}

	@Bean
	FilterRegistrationBean<StaticFileFilter> staticFileFilter() {
		FilterRegistrationBean<StaticFileFilter> registration = new FilterRegistrationBean<>(new StaticFileFilter());
		registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
		return registration;
	}

}
