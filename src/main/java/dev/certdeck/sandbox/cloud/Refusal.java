package dev.certdeck.sandbox.cloud;

/**
 * Why the cloud does not do what it was asked, in its own words (SSL API 3.0, error
 * codes).
 */
public enum Refusal {

	/**
	 * There is no such certificate.
	 */
	NOT_FOUND("证书不存在。"),

	/**
	 * A cloud resource uses the certificate.
	 */
	BOUND("证书已关联云资源，无法删除。"),

	/**
	 * The certificate is issued.
	 */
	ISSUED("该证书已颁发， 不能删除。"),

	/**
	 * The free certificate was applied for less than an hour ago.
	 */
	WITHIN_HOUR("免费证书申请1小时内不允许删除。"),

	/**
	 * The status does not allow the deletion.
	 */
	STATUS("证书状态不正确。"),

	/**
	 * The certificate text cannot be read.
	 */
	UNREADABLE_CERTIFICATE("解析失败，请检查证书是否符合标准，请留意是否有多余的空格"),

	/**
	 * A server certificate came without its key.
	 */
	KEY_MISSING("私钥不能为空。"),

	/**
	 * The private key text cannot be read.
	 */
	UNREADABLE_KEY("私钥解析失败，请留意是否有多余的空格"),

	/**
	 * The key is not the certificate's.
	 */
	MISMATCH("证书与私钥不对应。");

	private final String text;

	Refusal(String text) {
		this.text = text;
	}

	public String text() {
		return this.text;
	}

}
