package dev.certdeck.sandbox.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The searches for the resources that use a certificate. A result is kept for half an
 * hour, for whoever takes it.
 */
public class SearchTasks {

	private static final Duration KEPT = Duration.ofMinutes(30);

	private static final int MOST_REMEMBERED = 200_000;

	private final TaskKnobs knobs;

	private final TaskNumbers numbers;

	private final Clock clock;

	private final Map<String, SearchTask> lastByCertificate = new HashMap<>();

	private final Map<String, SearchTask> tasks = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, SearchTask> eldest) {
			return size() > MOST_REMEMBERED;
		}

	};

	/**
	 * Creates the tasks.
	 * @param knobs how long they take and how they end
	 * @param numbers numbers the tasks
	 * @param clock tells what is done
	 */
	public SearchTasks(TaskKnobs knobs, TaskNumbers numbers, Clock clock) {
		this.knobs = knobs;
		this.numbers = numbers;
		this.clock = clock;
	}

	/**
	 * Begins a search.
	 * @param certificateId the certificate
	 * @param cached whether an earlier result will do
	 * @return the number of the task
	 */
	public synchronized String start(String certificateId, boolean cached) {
		Instant now = this.clock.instant();
		SearchTask last = this.lastByCertificate.get(certificateId);
		SearchTask task = (cached && last != null && usable(last, now))
				? new SearchTask(this.numbers.next(), certificateId, now, last.resultOf(), false)
				: search(certificateId, now.plus(this.knobs.duration()));
		this.tasks.put(task.id(), task);
		return task.id();
	}

	private static boolean usable(SearchTask task, Instant now) {
		return task.doneAt(now) && now.isBefore(task.resultOf().plus(KEPT));
	}

	private SearchTask search(String certificateId, Instant due) {
		boolean failed = this.knobs.nextSearchFails(certificateId);
		SearchTask task = new SearchTask(this.numbers.next(), certificateId, due, due, failed);
		this.lastByCertificate.put(certificateId, task);
		return task;
	}

	/**
	 * Looks a task up.
	 * @param id its number
	 * @return the task, or empty when there is none
	 */
	public synchronized Optional<SearchTask> find(String id) {
		return Optional.ofNullable(this.tasks.get(id));
	}

}
