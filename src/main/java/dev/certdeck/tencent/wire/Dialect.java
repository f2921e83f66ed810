package dev.certdeck.tencent.wire;

/**
 * The generations of Tencent's API that Certdeck speaks.
 */
public enum Dialect {

	/**
	 * API 2.0, which Tencent switched off in 2023.
	 */
	V2,

	/**
	 * API 3.0 ({@code ssl} 2019-12-05), which answers today.
	 */
	V3

}
