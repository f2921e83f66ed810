package dev.certdeck.sandbox.task;

import org.jspecify.annotations.Nullable;

/**
 * How far a deletion is, by the numbers of SSL API 3.0 (DeleteTaskResult).
 */
public enum DeletionStatus {

	/**
	 * It runs.
	 */
	RUNNING(null),

	/**
	 * The certificate is deleted.
	 */
	DELETED(null),

	/**
	 * It failed.
	 */
	FAILED("当前的证书状态不支持此操作"),

	/**
	 * The service role that may look for resources is missing.
	 */
	ROLE_MISSING("未授权服务角色"),

	/**
	 * A resource uses the certificate.
	 */
	BOUND("有未解绑的云资源"),

	/**
	 * The search for resources took too long.
	 */
	TIMED_OUT("查询关联云资源超时");

	private final @Nullable String error;

	DeletionStatus(@Nullable String error) {
		this.error = error;
	}

	/**
	 * Its number on the wire.
	 * @return a number from 0 to 5
	 */
	public int number() {
		return ordinal();
	}

	/**
	 * What is told about it.
	 * @return the words of the error, or {@code null} without an error
	 */
	public @Nullable String error() {
		return this.error;
	}

	/**
	 * An end that can be asked for.
	 * @param number its number, from 2 to 5
	 * @return the status
	 */
	public static DeletionStatus failure(int number) {
		if (number < FAILED.number() || number > TIMED_OUT.number()) {
			throw new IllegalArgumentException("A deletion can be made to end in status 2, 3, 4 or 5");
		}
		return values()[number];
	}

}
