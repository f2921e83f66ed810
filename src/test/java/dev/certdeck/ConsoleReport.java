package dev.certdeck;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Tells on the console now and then how far the tests are, and at the end what was not
 * tested and why. What the tests print themselves goes to files.
 */
public class ConsoleReport implements TestExecutionListener {

	private static final PrintStream CONSOLE = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
			StandardCharsets.UTF_8);

	private static final long INTERVAL = Duration.ofSeconds(20).toNanos();

	private static final Map<String, Set<String>> SKIPPED = new TreeMap<>();

	private static int ended;

	private static long reportedAt = System.nanoTime();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(ConsoleReport::tellSkipped));
	}

	@Override
	public void executionSkipped(TestIdentifier test, String reason) {
		skipped(test, reason);
	}

	@Override
	public void executionFinished(TestIdentifier test, TestExecutionResult result) {
		if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
			skipped(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
		}
		else if (test.isTest()) {
			ended(test);
		}
	}

	private static synchronized void ended(TestIdentifier test) {
		ended++;
		if (System.nanoTime() - reportedAt > INTERVAL) {
			reportedAt = System.nanoTime();
			CONSOLE.printf("%d tests run, now %s%n", ended, className(test));
		}
	}

	private static synchronized void skipped(TestIdentifier test, String reason) {
		SKIPPED.computeIfAbsent(reason, (key) -> new TreeSet<>()).add(className(test));
	}

	private static synchronized void tellSkipped() {
		SKIPPED.forEach((reason, tests) -> CONSOLE.printf("Not tested: %s (%s)%n", String.join(", ", tests), reason));
	}

	private static String className(TestIdentifier test) {
		return test.getSource().flatMap(ConsoleReport::className).orElseGet(test::getDisplayName);
	}

	private static Optional<String> className(TestSource source) {
		if (source instanceof MethodSource method) {
			return Optional.of(method.getJavaClass().getSimpleName());
		}
		return (source instanceof ClassSource test) ? Optional.of(test.getJavaClass().getSimpleName())
				: Optional.empty();
	}

}
