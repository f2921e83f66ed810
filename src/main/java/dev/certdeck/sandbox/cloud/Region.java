package dev.certdeck.sandbox.cloud;

import java.util.Arrays;
import java.util.Optional;

/**
 * A region of the cloud, by its short code, its name (API 2.0, common request parameters)
 * and its number.
 */
public enum Region {

	/**
	 * Guangzhou.
	 */
	GUANGZHOU("gz", "ap-guangzhou", 1),

	/**
	 * Shanghai.
	 */
	SHANGHAI("sh", "ap-shanghai", 4),

	/**
	 * Beijing.
	 */
	BEIJING("bj", "ap-beijing", 8),

	/**
	 * Chengdu.
	 */
	CHENGDU("cd", "ap-chengdu", 16),

	/**
	 * Chongqing.
	 */
	CHONGQING("cq", "ap-chongqing", 19),

	/**
	 * Hong Kong.
	 */
	HONG_KONG("hk", "ap-hongkong", 5),

	/**
	 * Singapore.
	 */
	SINGAPORE("sg", "ap-singapore", 9),

	/**
	 * Bangkok.
	 */
	BANGKOK("th", "ap-bangkok", 23),

	/**
	 * Seoul.
	 */
	SEOUL("kr", "ap-seoul", 18),

	/**
	 * Tokyo.
	 */
	TOKYO("jp", "ap-tokyo", 25),

	/**
	 * Frankfurt.
	 */
	FRANKFURT("de", "eu-frankfurt", 17),

	/**
	 * Mumbai.
	 */
	MUMBAI("in", "ap-mumbai", 21),

	/**
	 * Silicon Valley.
	 */
	SILICON_VALLEY("usw", "na-siliconvalley", 15),

	/**
	 * Virginia.
	 */
	VIRGINIA("use", "na-ashburn", 22);

	private final String code;

	private final String longName;

	private final int number;

	Region(String code, String longName, int number) {
		this.code = code;
		this.longName = longName;
		this.number = number;
	}

	public String code() {
		return this.code;
	}

	public String longName() {
		return this.longName;
	}

	public int number() {
		return this.number;
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
