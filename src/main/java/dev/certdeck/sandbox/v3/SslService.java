package dev.certdeck.sandbox.v3;

import java.util.Map;

import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.task.DeletionTasks;
import dev.certdeck.sandbox.task.SearchTasks;
import dev.certdeck.sandbox.task.TaskKnobs;

/**
 * The certificate service, version 2019-12-05.
 */
final class SslService {

	private SslService() {
	}

	static V3Service create(Cloud cloud, DeletionTasks deletions, SearchTasks searches, TaskKnobs knobs) {
		CertificateReads reads = new CertificateReads(cloud);
		CertificateWrites writes = new CertificateWrites(cloud, deletions);
		Findings findings = new Findings(cloud.bindings(), knobs);
		TaskActions tasks = new TaskActions(cloud, deletions, searches, findings);
		return new V3Service("ssl", "2019-12-05", Map.ofEntries(
				Map.entry("DescribeCertificates", V3Action.of(CertificateSearch.class, reads::list)),
				Map.entry("DescribeCertificateDetail", V3Action.of(CertificateReads.One.class, reads::detail)),
				Map.entry("UploadCertificate", V3Action.of(CertificateWrites.Uploaded.class, writes::upload)),
				Map.entry("DeleteCertificate", V3Action.of(CertificateWrites.Deleted.class, writes::delete)),
				Map.entry("DeleteCertificates", V3Action.of(CertificateWrites.AllDeleted.class, writes::deleteAll)),
				Map.entry("DescribeDeleteCertificatesTaskResult",
						V3Action.of(TaskActions.Tasks.class, tasks::deletionResults)),
				Map.entry("CreateCertificateBindResourceSyncTask",
						V3Action.of(TaskActions.Searches.class, tasks::startSearches)),
				Map.entry("DescribeCertificateBindResourceTaskResult",
						V3Action.of(TaskActions.Tasks.class, tasks::searchResults)),
				Map.entry("DescribeCertificateBindResourceTaskDetail",
						V3Action.of(TaskActions.Detail.class, tasks::searchDetail))));
	}

}
