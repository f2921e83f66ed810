package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.gateway.Account;
import dev.certdeck.sandbox.gateway.Call;
import dev.certdeck.sandbox.gateway.Dialect;
import dev.certdeck.sandbox.gateway.ErrorAnswerException;
import dev.certdeck.sandbox.task.DeletionTasks;
import dev.certdeck.sandbox.task.SearchTasks;
import dev.certdeck.sandbox.task.TaskKnobs;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The cloud spoken to in API 3.0: ssl, clb and bmlb.
 */
public class V3Dialect implements Dialect {

	/**
	 * The path of every request, which is a POST.
	 */
	public static final String PATH = "/";

	private final V3Gate gate;

	private final List<V3Service> services;

	/**
	 * Creates the dialect.
	 * @param account the account that may call
	 * @param cloud the cloud
	 * @param deletions the deletions under way
	 * @param searches the searches under way
	 * @param knobs what searches cannot find out
	 */
	public V3Dialect(Account account, Cloud cloud, DeletionTasks deletions, SearchTasks searches, TaskKnobs knobs) {
		this.gate = new V3Gate(account, cloud::now);
		this.services = List.of(SslService.create(cloud, deletions, searches, knobs),
				new ClbActions(cloud.bindings()).service(), new BmlbActions(cloud.bindings()).service());
	}

	@Override
	public Set<String> actions() {
		return this.services.stream()
			.flatMap((service) -> service.actions()
				.keySet()
				.stream()
				.map((action) -> service.named(action, this.services)))
			.collect(Collectors.toSet());
	}

	@Override
	public Call read(HttpServletRequest request, byte[] body) {
		return new V3Call(V3Request.of(request, body), this.gate, this.services);
	}

	@Override
	public ErrorAnswerException tooLarge() {
		return V3Exception.of("RequestSizeLimitExceeded");
	}

	@Override
	public ErrorAnswerException tooMany() {
		return V3Exception.of("RequestLimitExceeded");
	}

	@Override
	public ErrorAnswerException error(String code) {
		return V3Exception.of(code.matches("\\d*") ? "InternalError" : code);
	}

}
