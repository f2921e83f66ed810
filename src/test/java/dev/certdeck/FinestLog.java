package dev.certdeck;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import org.slf4j.LoggerFactory;

/**
 * Records in memory what all loggers say at their finest levels, and keeps it off the
 * console until it is closed.
 */
public final class FinestLog implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final List<Appender<ILoggingEvent>> consoles = new ArrayList<>();

	private final List<Logger> quiet;

	private final ByteArrayOutputStream text = new ByteArrayOutputStream();

	private final Appender<ILoggingEvent> appender = appender(this.root.getLoggerContext(), this.text);

	/**
	 * Begins to record.
	 * @param quiet names of loggers to leave out, of what the test itself uses
	 */
	public FinestLog(String... quiet) {
		this.quiet = Stream.of(quiet).map((name) -> (Logger) LoggerFactory.getLogger(name)).toList();
		for (Iterator<Appender<ILoggingEvent>> all = this.root.iteratorForAppenders(); all.hasNext();) {
			this.consoles.add(all.next());
		}
		this.consoles.forEach(this.root::detachAppender);
		this.root.addAppender(this.appender);
		this.root.setLevel(Level.TRACE);
		this.quiet.forEach((logger) -> logger.setLevel(Level.OFF));
	}

	private static Appender<ILoggingEvent> appender(LoggerContext context, OutputStream text) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(context);
		encoder.setPattern("%level [%thread] %logger %X %kvp %marker : %m%n%xEx");
		encoder.start();
		OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
		appender.setContext(context);
		appender.setEncoder(encoder);
		appender.setOutputStream(text);
		appender.start();
		return appender;
	}

	/**
	 * Returns what was logged since the beginning.
	 * @return all lines
	 */
	public String text() {
		return this.text.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.root.detachAppender(this.appender);
		this.root.setLevel(this.level);
		this.consoles.forEach(this.root::addAppender);
		this.quiet.forEach((logger) -> logger.setLevel(null));
	}

}
