package dev.certdeck.sandbox.v3;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;

import dev.certdeck.sandbox.cloud.RefusedException;
import dev.certdeck.sandbox.gateway.ErrorAnswerException;
import dev.certdeck.sandbox.gateway.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An error answer of API 3.0.
 */
class V3Exception extends ErrorAnswerException {

	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("sandbox.errors-v3", Locale.ROOT);

	private final String code;

	V3Exception(String code, String message) {
		super(message);
		this.code = code;
	}

	/**
	 * Creates the error of a code, with the text of the table.
	 * @param code the code
	 * @return the error
	 */
	static V3Exception of(String code) {
		return new V3Exception(code, TEXTS.containsKey(code) ? TEXTS.getString(code) : code);
	}

	/**
	 * Translates a refusal of the cloud.
	 * @param <T> the type of the result
	 * @param action the action that may be refused
	 * @return the result
	 * @throws V3Exception if the cloud refuses it
	 */
	static <T> T translated(Supplier<T> action) {
		try {
			return action.get();
		}
		catch (RefusedException ex) {
			throw of(switch (ex.refusal()) {
				case NOT_FOUND -> "FailedOperation.CertificateNotFound";
				case BOUND -> "FailedOperation.DeleteResourceFailed";
				case ISSUED -> "FailedOperation.CannotBeDeletedIssued";
				case WITHIN_HOUR -> "FailedOperation.CannotBeDeletedWithinHour";
				case STATUS -> "FailedOperation.InvalidCertificateStatusCode";
				case UNREADABLE_CERTIFICATE -> "FailedOperation.CertificateParseError";
				case KEY_MISSING -> "MissingParameter";
				case MISMATCH -> "FailedOperation.CertificateMismatch";
				case UNREADABLE_KEY -> "FailedOperation.CertificateMatchError";
			});
		}
	}

	static V3Exception missing(String parameter) {
		return new V3Exception("MissingParameter", "The request is missing a required parameter `" + parameter + "`.");
	}

	static V3Exception invalid(String parameter) {
		return new V3Exception("InvalidParameter", "The value type of parameter `" + parameter + "` is not valid.");
	}

	static V3Exception invalidValue(String parameter) {
		return new V3Exception("InvalidParameterValue", "The value of parameter `" + parameter + "` is not valid.");
	}

	static String required(@Nullable String value, String parameter) {
		if (value == null || value.isEmpty()) {
			throw missing(parameter);
		}
		return value;
	}

	@Override
	public String json() {
		return V3Json.write(Map.of("Error", JsonObject.of("Code", this.code, "Message", getMessage())));
	}

}
