package dev.certdeck.sandbox.cloud;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A region of the cloud (API 2.0, common request parameters).
 *
 * @param code the short code, such as {@code gz}
 * @param longName the name, such as {@code ap-guangzhou}
 */
public record Region(String code, String longName) {

	/**
	 * All regions.
	 */
	public static final List<Region> ALL = Stream
		.of("gz ap-guangzhou", "sh ap-shanghai", "bj ap-beijing", "cd ap-chengdu", "cq ap-chongqing", "hk ap-hongkong",
				"sg ap-singapore", "th ap-bangkok", "kr ap-seoul", "jp ap-tokyo", "de eu-frankfurt", "in ap-mumbai",
				"usw na-siliconvalley", "use na-ashburn")
		.map((names) -> new Region(names.split(" ")[0], names.split(" ")[1]))
		.toList();

	/**
	 * Finds the region of a name.
	 * @param name a short code or a name
	 * @return the region, or empty when there is none of that name
	 */
	public static Optional<Region> named(String name) {
		return ALL.stream().filter((region) -> region.code.equals(name) || region.longName.equals(name)).findFirst();
	}

}
