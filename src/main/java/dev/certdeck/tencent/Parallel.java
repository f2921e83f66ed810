package dev.certdeck.tencent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.certdeck.certificate.CallCause;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * A bounded number of threads for calls that do not depend on each other, and as many
 * again for the background, so that no click waits behind its calls.
 */
public class Parallel implements AutoCloseable {

	private final ExecutorService clicks;

	private final ExecutorService background;

	private final int threads;

	/**
	 * Creates the threads.
	 * @param threads how many of them
	 */
	public Parallel(int threads) {
		this.threads = threads;
		this.clicks = executor(threads, "tencent-calls-");
		this.background = executor(threads, "tencent-background-");
	}

	private static ExecutorService executor(int threads, String name) {
		CustomizableThreadFactory factory = new CustomizableThreadFactory(name);
		factory.setDaemon(true);
		return Executors.newFixedThreadPool(threads, factory);
	}

	/**
	 * Returns how many calls of one cause are made at the same time.
	 * @return the number of threads
	 */
	public int threads() {
		return this.threads;
	}

	/**
	 * Performs a call for each item and waits for all. The first failure is thrown and
	 * cancels the other calls. The caller's cause is that of the calls. A task must not
	 * call this method.
	 * @param <A> the type of the items
	 * @param <B> the type of the results
	 * @param call the call, for exceptions
	 * @param items the items
	 * @param task performs the call for one item
	 * @return the results in the order of the items
	 */
	public <A, B> List<B> map(RemoteCall call, Collection<A> items, Function<A, B> task) {
		List<Future<B>> futures = new ArrayList<>(items.size());
		try {
			items.forEach((item) -> futures.add(submit(() -> task.apply(item))));
			List<B> results = new ArrayList<>(items.size());
			for (Future<B> future : futures) {
				results.add(future.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw call.unreachable("the wait for the answers was interrupted", false, ex);
		}
		finally {
			cancel(futures);
		}
	}

	private <B> Future<B> submit(Supplier<B> task) {
		if (CallCause.current() == CallCause.BACKGROUND) {
			return this.background.submit(() -> CallCause.background(task));
		}
		return this.clicks.submit(task::get);
	}

	/**
	 * Cancels the last call first, so that no thread that becomes free begins another.
	 * @param futures the calls in their order
	 */
	private static void cancel(List<? extends Future<?>> futures) {
		for (int index = futures.size() - 1; index >= 0; index--) {
			futures.get(index).cancel(true);
		}
	}

	@Override
	public void close() {
		this.clicks.shutdownNow();
		this.background.shutdownNow();
	}

}
