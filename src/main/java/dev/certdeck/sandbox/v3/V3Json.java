package dev.certdeck.sandbox.v3;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The bodies of API 3.0. A parameter that is not known, or of another type than the
 * documented one, is refused.
 */
final class V3Json {

	private static final List<CoercionInputShape> SCALARS = List.of(CoercionInputShape.Boolean,
			CoercionInputShape.Float, CoercionInputShape.Integer, CoercionInputShape.String);

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.withCoercionConfigDefaults(
				(coercions) -> SCALARS.forEach((shape) -> coercions.setCoercion(shape, CoercionAction.Fail)))
		.withCoercionConfig(LogicalType.Textual,
				(coercions) -> SCALARS.subList(0, 3)
					.forEach((shape) -> coercions.setCoercion(shape, CoercionAction.Fail)))
		.build();

	private V3Json() {
	}

	static <T> T read(byte[] body, Class<T> type) {
		try {
			T parameters = JSON.readValue((body.length == 0) ? new byte[] { '{', '}' } : body, type);
			if (parameters == null) {
				throw V3Exception.of("InvalidParameter");
			}
			return parameters;
		}
		catch (UnrecognizedPropertyException ex) {
			throw new V3Exception("UnknownParameter", "The parameter `" + path(ex) + "` is not recognized.");
		}
		catch (DatabindException ex) {
			throw V3Exception.invalid(path(ex));
		}
		catch (JacksonException ex) {
			throw V3Exception.of("InvalidParameter");
		}
	}

	private static String path(DatabindException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : String.valueOf(step.getIndex()))
			.collect(Collectors.joining("."));
	}

	static String write(Map<String, Object> result) {
		Map<String, Object> response = new LinkedHashMap<>(result);
		response.put("RequestId", UUID.randomUUID().toString());
		return JSON.writeValueAsString(Map.of("Response", response));
	}

}
