package dev.certdeck.sandbox.cloud;

/**
 * Reasons of the cloud to refuse a request, with its own texts (SSL API 3.0, error
 * codes).
 */
public enum Refusal {

	NOT_FOUND("证书不存在。"),

	BOUND("证书已关联云资源，无法删除。"),

	ISSUED("该证书已颁发， 不能删除。"),

	WITHIN_HOUR("免费证书申请1小时内不允许删除。"),

	STATUS("证书状态不正确。"),

	UNREADABLE_CERTIFICATE("解析失败，请检查证书是否符合标准，请留意是否有多余的空格"),

	KEY_MISSING("私钥不能为空。"),

	UNREADABLE_KEY("私钥解析失败，请留意是否有多余的空格"),

	MISMATCH("证书与私钥不对应。");

	private final String text;

	Refusal(String text) {
		this.text = text;
	}

	public String text() {
		return this.text;
	}

}
