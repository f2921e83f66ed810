package dev.certdeck;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
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

	private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");

	private final java.util.logging.Level julLevel = this.julRoot.getLevel();

	private final List<Handler> julConsoles = List.of(this.julRoot.getHandlers());

	private final List<Logger> quiet;

	private final List<java.util.logging.Logger> julQuiet;

	private final ByteArrayOutputStream text = new ByteArrayOutputStream();

	private final Handler handler = new StreamHandler(this.text, new SimpleFormatter());

	private final Appender<ILoggingEvent> appender = appender(this.root.getLoggerContext(), this.text);

	/**
	 * Begins to record.
	 * @param quiet names of loggers to leave out, of what the test itself uses
	 */
	public FinestLog(String... quiet) {
		this.quiet = Stream.of(quiet).map((name) -> (Logger) LoggerFactory.getLogger(name)).toList();
		this.julQuiet = Stream.of(quiet).map(java.util.logging.Logger::getLogger).toList();
		for (Iterator<Appender<ILoggingEvent>> all = this.root.iteratorForAppenders(); all.hasNext();) {
			this.consoles.add(all.next());
		}
		this.consoles.forEach(this.root::detachAppender);
		this.root.addAppender(this.appender);
		this.root.setLevel(Level.TRACE);
		this.julConsoles.forEach(this.julRoot::removeHandler);
		this.handler.setLevel(java.util.logging.Level.ALL);
		this.julRoot.addHandler(this.handler);
		this.julRoot.setLevel(java.util.logging.Level.ALL);
		this.quiet.forEach((logger) -> logger.setLevel(Level.OFF));
		this.julQuiet.forEach((logger) -> logger.setLevel(java.util.logging.Level.OFF));
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
		this.handler.flush();
		return this.text.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.root.detachAppender(this.appender);
		this.root.setLevel(this.level);
		this.consoles.forEach(this.root::addAppender);
		this.julRoot.removeHandler(this.handler);
		this.julRoot.setLevel(this.julLevel);
		this.julConsoles.forEach(this.julRoot::addHandler);
		this.quiet.forEach((logger) -> logger.setLevel(null));
		this.julQuiet.forEach((logger) -> logger.setLevel(null));
	}

}
