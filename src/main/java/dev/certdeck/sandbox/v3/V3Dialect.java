package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.certdeck.sandbox.cloud.Cloud;
import dev.certdeck.sandbox.gateway.Account;
import dev.certdeck.sandbox.gateway.Dialect;
import dev.certdeck.sandbox.gateway.ErrorAnswerException;
import dev.certdeck.sandbox.task.DeletionTasks;
import dev.certdeck.sandbox.task.SearchTasks;
import dev.certdeck.sandbox.task.TaskKnobs;
import jakarta.servlet.http.HttpServletRequest;

/**
 * API 3.0 of ssl, clb and bmlb.
 */
public class V3Dialect implements Dialect<V3Request> {

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
	public V3Request read(HttpServletRequest request, byte[] body) {
		return V3Request.of(request, body);
	}

	@Override
	public Optional<String> action(V3Request request) {
		return service(request).filter((service) -> service.actions().containsKey(request.action()))
			.map((service) -> service.named(request.action(), this.services));
	}

	private Optional<V3Service> service(V3Request request) {
		String version = request.header("X-TC-Version").orElse("");
		return this.services.stream().filter((service) -> service.version().equals(version)).findFirst();
	}

	@Override
	public void authenticate(V3Request request) {
		this.gate.authenticate(request);
	}

	@Override
	public String perform(V3Request request) {
		V3Service service = service(request).orElseThrow(() -> V3Exception.of("NoSuchVersion"));
		V3Action action = service.actions().get(request.action());
		if (action == null) {
			throw V3Exception.of("InvalidAction");
		}
		return V3Json.write(action.perform(request));
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
