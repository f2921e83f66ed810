package dev.certdeck.sandbox.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Searches for the resources that use a certificate. A result can be used again for half
 * an hour.
 */
public class SearchTasks {

	private static final Duration KEPT = Duration.ofMinutes(30);

	private static final int FIRST_TAKES = 8;

	private static final int MOST_REMEMBERED = 200_000;

	private final TaskKnobs knobs;

	private final Clock clock;

	private final boolean gradual;

	private final Map<String, Integer> looksAtFirst = new HashMap<>();

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
	 * @param clock tells what is done
	 * @param gradual whether the first search for a certificate takes long and its result
	 * comes bit by bit
	 */
	public SearchTasks(TaskKnobs knobs, Clock clock, boolean gradual) {
		this.knobs = knobs;
		this.clock = clock;
		this.gradual = gradual;
	}

	/**
	 * Starts a search, unless one that runs or has a result can be used.
	 * @param certificateId the certificate
	 * @param cached whether an earlier search can be used
	 * @return the number of the task
	 */
	public synchronized String start(String certificateId, boolean cached) {
		Instant now = this.clock.instant();
		SearchTask last = this.lastByCertificate.get(certificateId);
		if (cached && last != null && usable(last, now)) {
			return last.id();
		}
		boolean first = this.gradual && last == null;
		SearchTask task = new SearchTask(this.knobs.nextNumber(), certificateId,
				now.plus(this.knobs.duration().multipliedBy(first ? FIRST_TAKES : 1)),
				this.knobs.nextSearchFails(certificateId));
		if (first) {
			this.looksAtFirst.put(task.id(), 0);
		}
		this.lastByCertificate.put(certificateId, task);
		this.tasks.put(task.id(), task);
		return task.id();
	}

	private static boolean usable(SearchTask task, Instant now) {
		return !task.failed() && now.isBefore(task.due().plus(KEPT));
	}

	/**
	 * Counts a read of the result of a finished search.
	 * @param task the search
	 * @return how much of the result is there
	 */
	public synchronized Gathered look(SearchTask task) {
		Integer looks = this.looksAtFirst.get(task.id());
		if (looks == null) {
			return this.knobs.odd().gathered(task.certificateId());
		}
		int next = looks + 1;
		this.looksAtFirst.compute(task.id(), (id, last) -> (next < Gathered.ALL.ordinal()) ? next : null);
		return Gathered.values()[looks];
	}

	/**
	 * Finds a task.
	 * @param id its number
	 * @return the task, or empty when there is none
	 */
	public synchronized Optional<SearchTask> find(String id) {
		return Optional.ofNullable(this.tasks.get(id));
	}

}
