package dev.certdeck.sandbox.v3;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.certdeck.sandbox.cloud.BeijingTime;
import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.cloud.Service;
import dev.certdeck.sandbox.gateway.JsonObject;
import dev.certdeck.sandbox.task.DeletionTask;
import dev.certdeck.sandbox.task.DeletionTasks;
import dev.certdeck.sandbox.task.Gathered;
import dev.certdeck.sandbox.task.SearchTask;
import dev.certdeck.sandbox.task.SearchTasks;
import org.jspecify.annotations.Nullable;

/**
 * The actions of ssl for tasks: DescribeDeleteCertificatesTaskResult,
 * CreateCertificateBindResourceSyncTask, DescribeCertificateBindResourceTaskResult and
 * DescribeCertificateBindResourceTaskDetail.
 */
class TaskActions {

	private static final String UNKNOWN_TASK = "FailedOperation.CertificateSyncTaskIdInvalid";

	private static final String TOO_MANY_IDS = "FailedOperation.CertificateSyncTaskCertificateIdCountInvalid";

	private static final Map<String, Object> FAILURE = Map.of("Code", "InternalError", "Message", "查询关联云资源失败");

	private final Cloud cloud;

	private final DeletionTasks deletions;

	private final SearchTasks searches;

	private final Findings findings;

	private final Supplier<Instant> clock;

	TaskActions(Cloud cloud, DeletionTasks deletions, SearchTasks searches, Findings findings) {
		this.cloud = cloud;
		this.deletions = deletions;
		this.searches = searches;
		this.findings = findings;
		this.clock = cloud::now;
	}

	Map<String, Object> deletionResults(Tasks parameters) {
		List<String> ids = Lists.required(parameters.taskIds(), "TaskIds", UNKNOWN_TASK);
		return Map.of("DeleteTaskResult", ids.stream().map(this::deletion).toList());
	}

	private Map<String, Object> deletion(String id) {
		DeletionTask task = this.deletions.find(id).orElseThrow(() -> V3Exception.of(UNKNOWN_TASK));
		return JsonObject.of("TaskId", task.id(), "CertId", task.certificateId(), "Status", task.status().number(),
				"Error", task.status().error(), "CacheTime", BeijingTime.format(task.startedAt()), "Domains",
				task.domains());
	}

	Map<String, Object> startSearches(Searches parameters) {
		List<String> ids = Lists.required(parameters.certificateIds(), "CertificateIds", TOO_MANY_IDS);
		boolean cached = cached(parameters.isCache());
		ids.forEach((id) -> V3Exception.translated(() -> this.cloud.find(id)));
		return Map.of("CertTaskIds",
				ids.stream().map((id) -> Map.of("CertId", id, "TaskId", this.searches.start(id, cached))).toList());
	}

	private static boolean cached(@Nullable Integer flag) {
		if (flag != null && flag != 0 && flag != 1) {
			throw V3Exception.invalidValue("IsCache");
		}
		return flag == null || flag == 1;
	}

	Map<String, Object> searchResults(Tasks parameters) {
		List<String> ids = Lists.required(parameters.taskIds(), "TaskIds", UNKNOWN_TASK);
		return Map.of("SyncTaskBindResourceResult", ids.stream().map(this::searchResult).toList());
	}

	private Map<String, Object> searchResult(String id) {
		SearchTask task = search(id);
		int status = task.statusAt(this.clock.get());
		return JsonObject.of("TaskId", task.id(), "BindResourceResult", done(task) ? counts(task) : List.of(), "Status",
				status, "Error", (status > 1) ? FAILURE : null, "CacheTime", cacheTime(task));
	}

	private @Nullable List<Map<String, Object>> counts(SearchTask task) {
		Gathered gathered = this.searches.look(task);
		return (gathered != Gathered.NOTHING) ? this.findings.counts(task.certificateId(), gathered == Gathered.ALL)
				: List.of();
	}

	private SearchTask search(String id) {
		return this.searches.find(id).orElseThrow(() -> V3Exception.of(UNKNOWN_TASK));
	}

	private boolean done(SearchTask task) {
		return task.doneAt(this.clock.get());
	}

	private String cacheTime(SearchTask task) {
		return done(task) ? BeijingTime.format(task.due()) : "";
	}

	Map<String, Object> searchDetail(Detail parameters) {
		SearchTask task = search(V3Exception.required(parameters.taskId(), "TaskId"));
		DetailPage page = parameters.page();
		Map<String, Object> result = JsonObject.of("Status", task.statusAt(this.clock.get()), "CacheTime",
				cacheTime(task));
		if (done(task)) {
			for (Service service : page.services()) {
				result.put(service.name(), this.findings.instances(task.certificateId(), service, page));
			}
		}
		return result;
	}

	/**
	 * The parameters of actions for several tasks.
	 *
	 * @param taskIds their numbers
	 */
	record Tasks(@Nullable List<String> taskIds) {

	}

	/**
	 * The parameters of CreateCertificateBindResourceSyncTask.
	 */
	record Searches(@Nullable List<String> certificateIds, @Nullable Integer isCache) {

	}

	/**
	 * The parameters of DescribeCertificateBindResourceTaskDetail, whose numbers are
	 * text.
	 */
	record Detail(@Nullable String taskId, @Nullable String limit, @Nullable String offset,
			@Nullable List<String> resourceTypes, @Nullable List<String> regions) {

		DetailPage page() {
			return DetailPage.of(this.offset, this.limit, this.resourceTypes, this.regions);
		}

	}

}
