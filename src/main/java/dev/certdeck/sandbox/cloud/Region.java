package dev.certdeck.sandbox.cloud;

import java.util.Arrays;
import java.util.Optional;

/**
 * A region of the cloud, by its short code and its name (API 2.0, common request
 * parameters).
 */
public enum Region {

	/**
	 * Guangzhou.
	 */
	GUANGZHOU("gz", "ap-guangzhou"),

	/**
	 * Shanghai.
	 */
	SHANGHAI("sh", "ap-shanghai"),

	/**
	 * Beijing.
	 */
	BEIJING("bj", "ap-beijing"),

	/**
	 * Chengdu.
	 */
	CHENGDU("cd", "ap-chengdu"),

	/**
	 * Chongqing.
	 */
	CHONGQING("cq", "ap-chongqing"),

	/**
	 * Hong Kong.
	 */
	HONG_KONG("hk", "ap-hongkong"),

	/**
	 * Singapore.
	 */
	SINGAPORE("sg", "ap-singapore"),

	/**
	 * Bangkok.
	 */
	BANGKOK("th", "ap-bangkok"),

	/**
	 * Seoul.
	 */
	SEOUL("kr", "ap-seoul"),

	/**
	 * Tokyo.
	 */
	TOKYO("jp", "ap-tokyo"),

	/**
	 * Frankfurt.
	 */
	FRANKFURT("de", "eu-frankfurt"),

	/**
	 * Mumbai.
	 */
	MUMBAI("in", "ap-mumbai"),

	/**
	 * Silicon Valley.
	 */
	SILICON_VALLEY("usw", "na-siliconvalley"),

	/**
	 * Virginia.
	 */
	VIRGINIA("use", "na-ashburn");

	private final String code;

	private final String longName;

	Region(String code, String longName) {
		this.code = code;
		this.longName = longName;
	}

	public String code() {
		return this.code;
	}

	public String longName() {
		return this.longName;
	}

	/**
	 * The region of a name.
	 * @param name a short code or a name, such as {@code gz} or {@code ap-guangzhou}
	 * @return the region, or empty when there is none of that name
	 */
	public static Optional<Region> named(String name) {
		return Arrays.stream(values())
			.filter((region) -> region.code.equals(name) || region.longName.equals(name))
			.findFirst();
	}

}
