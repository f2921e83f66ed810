package dev.certdeck.sandbox.task;

import org.jspecify.annotations.Nullable;

/**
 * Statuses of a deletion, in the order of their numbers (SSL API 3.0, DeleteTaskResult).
 */
public enum DeletionStatus {

	RUNNING(null),

	DELETED(null),

	FAILED("当前的证书状态不支持此操作"),

	ROLE_MISSING("未授权服务角色"),

	BOUND("有未解绑的云资源"),

	TIMED_OUT("查询关联云资源超时");

	private final @Nullable String error;

	DeletionStatus(@Nullable String error) {
		this.error = error;
	}

	/**
	 * Returns its number in answers.
	 * @return a number from 0 to 5
	 */
	public int number() {
		return ordinal();
	}

	/**
	 * Returns the text of the error.
	 * @return the text, {@code null} if it is no error
	 */
	public @Nullable String error() {
		return this.error;
	}

	/**
	 * Returns the status of a deletion that failed.
	 * @param number its number, from 2 to 5
	 * @return the status
	 * @throws IllegalArgumentException if the number is another
	 */
	public static DeletionStatus failure(int number) {
		if (number < FAILED.number() || number > TIMED_OUT.number()) {
			throw new IllegalArgumentException("A deletion can be made to end in status 2, 3, 4 or 5");
		}
		return values()[number];
	}

}
