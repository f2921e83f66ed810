package dev.certdeck.tencent.v3;

import java.util.List;
import java.util.Map;

import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.tencent.Answer;
import dev.certdeck.tencent.RemoteCall;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;

/**
 * The tasks of {@code DeleteCertificate} by the statuses of
 * {@code DescribeDeleteCertificatesTaskResult}: 0 running, 1 done, 2 failed, 3 the
 * service role is not authorised, 4 resources are bound, 5 the look for resources took
 * too long.
 */
class DeleteTasks {

	private static final String STATUS_REFUSED = "当前的证书状态不支持此操作";

	private final V3Client client;

	private final RemoteCall deletion;

	DeleteTasks(V3Client client) {
		this.client = client;
		this.deletion = client.writing("DeleteCertificate");
	}

	DeletionProgress progress(String task) {
		Reply reply = this.client.read("DescribeDeleteCertificatesTaskResult", Map.of("TaskIds", List.of(task)));
		Fields row = reply.rows(reply.body(), "DeleteTaskResult")
			.stream()
			.filter((result) -> result.text("TaskId").equals(task))
			.findFirst()
			.orElseThrow(() -> reply.unintelligible("the task is missing"));
		return switch (reply.count(row, "Status")) {
			case 0 -> new DeletionProgress.Running(task);
			case 1 -> new DeletionProgress.Done();
			case 2 -> failed(reply, row, row.text("Error").contains(STATUS_REFUSED) ? Reason.STATUS : Reason.OTHER);
			case 3 -> failed(reply, row, Reason.SERVICE_ROLE);
			case 4 -> failed(reply, row, Reason.BOUND);
			case 5 -> failed(reply, row, Reason.LOOKUP_TIMEOUT);
			default -> throw reply.unintelligible("a status of a task that is not known");
		};
	}

	private DeletionProgress failed(Reply reply, Fields row, Reason reason) {
		String message = String.join(" ", row.text("Error"), String.join(", ", row.texts("Domains"))).strip();
		Answer answer = new Answer(reason, "TaskStatus." + row.text("Status"), "", message,
				reply.body().text("RequestId"));
		return new DeletionProgress.Failed(this.deletion.refused(answer).error());
	}

}
