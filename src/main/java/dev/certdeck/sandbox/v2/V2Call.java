package dev.certdeck.sandbox.v2;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.certdeck.sandbox.gateway.Call;

/**
 * A call of API 2.0.
 *
 * @param request the request
 * @param gate lets it in
 * @param actions what can be asked for
 */
record V2Call(V2Request request, V2Gate gate,
		Map<String, Function<V2Parameters, Map<String, Object>>> actions) implements Call {

	@Override
	public Optional<String> action() {
		return this.request.parameters().find("Action").filter(this.actions::containsKey);
	}

	@Override
	public void admit() {
		this.gate.admit(this.request);
	}

	@Override
	public String perform() {
		String name = this.request.parameters().required("Action");
		Function<V2Parameters, Map<String, Object>> action = this.actions.get(name);
		if (action == null) {
			throw new V2Exception(6100, "UnsupportedVersion", "(10430)action name " + name + " is not existed");
		}
		return PhpJson.write(action.apply(this.request.parameters()));
	}

}
