package dev.certdeck.sandbox.v3;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.certdeck.sandbox.cloud.Region;

/**
 * An action of API 3.0.
 */
@FunctionalInterface
interface V3Action {

	/**
	 * Carries out the action.
	 * @param request the request
	 * @return the parts of the answer
	 * @throws V3Exception if it is refused
	 */
	Map<String, Object> perform(V3Request request);

	static <P> V3Action of(Class<P> type, Function<P, Map<String, Object>> action) {
		return (request) -> action.apply(V3Json.read(request.body(), type));
	}

	static <P> V3Action regional(Class<P> type, BiFunction<P, Region, Map<String, Object>> action) {
		return (request) -> {
			Region region = Region.named(request.required("X-TC-Region"))
				.orElseThrow(() -> V3Exception.of("UnsupportedRegion"));
			return action.apply(V3Json.read(request.body(), type), region);
		};
	}

}
