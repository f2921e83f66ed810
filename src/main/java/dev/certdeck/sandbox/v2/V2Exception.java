package dev.certdeck.sandbox.v2;

/**
 * An error answer of API 2.0, by the numbers of its table of common error codes.
 */
class V2Exception extends RuntimeException {

	private final int code;

	private final String codeDesc;

	V2Exception(int code, String codeDesc, String message) {
		super(message);
		this.code = code;
		this.codeDesc = codeDesc;
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

	int code() {
		return this.code;
	}

	String codeDesc() {
		return this.codeDesc;
	}

}
