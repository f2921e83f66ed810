package dev.certdeck.web;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps what people send out of the log, whatever levels are set: the server and the
 * framework write requests there as they come, at all levels up to {@code INFO}. What
 * came after a request that was cut off, a private key perhaps, is "a request with an
 * invalid method" to the server.
 */
final class RequestLogFilter extends TurboFilter {

	/**
	 * The server's loggers, but for those that tell of its own start and end.
	 */
	private static final List<String> SERVER = List.of("org.apache.coyote.", "org.apache.catalina.connector.",
			"org.apache.catalina.core.", "org.apache.catalina.authenticator.", "org.apache.catalina.mapper.",
			"org.apache.tomcat.util.http.", "org.apache.tomcat.util.net.", "org.apache.tomcat.util.buf.");

	private static final String STARTS_AND_ENDS = "Protocol";

	/**
	 * The framework's loggers that write addresses, headers or the arguments of methods
	 * below {@code INFO}.
	 */
	private static final List<String> FRAMEWORK = List.of();

	/**
	 * Puts the filter before all loggers, once.
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
		boolean withheld = !level.isGreaterOrEqual(Level.WARN) && isServer(logger.getName())
				|| !level.isGreaterOrEqual(Level.INFO) && isOneOf(FRAMEWORK, logger.getName());
		return withheld ? FilterReply.DENY : FilterReply.NEUTRAL;
	}

	private static boolean isServer(String name) {
		return isOneOf(SERVER, name) && !name.endsWith(STARTS_AND_ENDS);
	}

	private static boolean isOneOf(List<String> beginnings, String name) {
		return beginnings.stream().anyMatch(name::startsWith);
	}

}
