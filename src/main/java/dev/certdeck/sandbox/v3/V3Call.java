package dev.certdeck.sandbox.v3;

import java.util.List;
import java.util.Optional;

import dev.certdeck.sandbox.gateway.Call;

/**
 * A call of API 3.0.
 *
 * @param request the request
 * @param gate lets it in
 * @param services what can be asked for
 */
record V3Call(V3Request request, V3Gate gate, List<V3Service> services) implements Call {

	@Override
	public Optional<String> action() {
		String name = name();
		return service().filter((service) -> service.actions().containsKey(name))
			.map((service) -> service.named(name, this.services));
	}

	private String name() {
		return this.request.header("X-TC-Action").orElse("");
	}

	private Optional<V3Service> service() {
		String version = this.request.header("X-TC-Version").orElse("");
		return this.services.stream().filter((service) -> service.version().equals(version)).findFirst();
	}

	@Override
	public void admit() {
		this.gate.admit(this.request);
	}

	@Override
	public String perform() {
		V3Service service = service().orElseThrow(() -> V3Exception.of("NoSuchVersion"));
		V3Action action = service.actions().get(name());
		if (action == null) {
			throw V3Exception.of("InvalidAction");
		}
		return V3Json.write(action.perform(this.request));
	}

}
