package dev.certdeck.sandbox.v2;

import java.util.Locale;
import java.util.ResourceBundle;

import dev.certdeck.sandbox.gateway.ErrorAnswerException;
import dev.certdeck.sandbox.gateway.JsonObject;

/**
 * An error answer of API 2.0, by the numbers of its table of common error codes.
 */
class V2Exception extends ErrorAnswerException {

	/**
	 * The code of an internal error.
	 */
	static final int INTERNAL = 6000;

	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("sandbox.errors-v2", Locale.ROOT);

	private final int code;

	private final String codeDesc;

	V2Exception(int code, String codeDesc, String message) {
		super(message);
		this.code = code;
		this.codeDesc = codeDesc;
	}

	/**
	 * Creates the error of a code, with the text of the table.
	 * @param code the code
	 * @return the error
	 */
	static V2Exception of(int code) {
		String key = String.valueOf(code);
		String text = TEXTS.containsKey(key) ? TEXTS.getString(key) : "InternalError 服务内部错误";
		String[] words = text.split(" ", 2);
		return new V2Exception(code, words[0], "(" + code + ")" + words[1]);
	}

	static V2Exception missing(String parameter) {
		return invalid("请求失败，参数[" + parameter + "]不能为空。");
	}

	static V2Exception illFormed(String parameter) {
		return invalid("(100004)" + parameter + "不正确");
	}

	static V2Exception invalid(String message) {
		return new V2Exception(4000, "InvalidParameter", message);
	}

	@Override
	public String json() {
		return PhpJson.write(JsonObject.of("code", this.code, "message", getMessage(), "codeDesc", this.codeDesc));
	}

}
