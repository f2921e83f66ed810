package dev.certdeck.http;

import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps the content of requests out of the log, whatever levels are set: the server and
 * the framework log it at all levels up to {@code INFO}. To the server the rest of a
 * truncated request, which may be a private key, is "a request with an invalid method".
 */
final class RequestLogFilter extends TurboFilter {

	/**
	 * The server's loggers, except those of its start and end.
	 */
	private static final List<String> SERVER = List.of("org.apache.coyote.", "org.apache.catalina.connector.",
			"org.apache.catalina.core.", "org.apache.catalina.authenticator.", "org.apache.catalina.mapper.",
			"org.apache.tomcat.util.http.", "org.apache.tomcat.util.net.", "org.apache.tomcat.util.buf.");

	private static final String STARTS_AND_ENDS = "Protocol";

	/**
	 * The framework's loggers that write addresses, headers or the arguments of methods
	 * below {@code INFO}.
	 */
	private static final List<String> FRAMEWORK = List.of("org.springframework.security.",
			"org.springframework.session.", "org.springframework.web.");

	/**
	 * Logs exceptions of the framework, which quote headers, as warnings.
	 */
	private static final String RESOLVER = "org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver";

	/**
	 * Installs the filter once, before all loggers.
	 */
	static void install() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
				&& context.getTurboFilterList().stream().noneMatch(RequestLogFilter.class::isInstance)) {
			RequestLogFilter filter = new RequestLogFilter();
			filter.setContext(context);
			filter.start();
			context.addTurboFilter(filter);
		}
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable failure) {
		if (!level.isGreaterOrEqual(logger.getEffectiveLevel())) {
			return FilterReply.NEUTRAL;
		}
		return isWithheld(logger, level) ? FilterReply.DENY : FilterReply.NEUTRAL;
	}

	private static boolean isWithheld(Logger logger, Level level) {
		String name = logger.getName();
		if (level.isGreaterOrEqual(Level.WARN)) {
			return name.equals(RESOLVER);
		}
		return isOneOf(SERVER, name) && !name.endsWith(STARTS_AND_ENDS)
				|| !level.isGreaterOrEqual(Level.INFO) && isOneOf(FRAMEWORK, name) && !isAskedFor(logger);
	}

	/**
	 * Tells whether a level is set for a logger or package of the framework, rather than
	 * the root.
	 * @param logger the logger
	 * @return whether its level was set for it or a package of it
	 */
	private static boolean isAskedFor(Logger logger) {
		LoggerContext context = logger.getLoggerContext();
		return Stream
			.iterate(logger.getName(), (name) -> name.contains("."), (name) -> name.substring(0, name.lastIndexOf('.')))
			.map(context::exists)
			.anyMatch((named) -> named != null && named.getLevel() != null);
	}

	/**
	 * Tells whether a logger is of one of some packages. Spring puts a {@code _} before
	 * the names of loggers that say most.
	 * @param packages the packages
	 * @param name the logger's name
	 * @return whether it is
	 */
	private static boolean isOneOf(List<String> packages, String name) {
		return packages.stream().anyMatch((beginning) -> name.startsWith(beginning, name.startsWith("_") ? 1 : 0));
	}

}
