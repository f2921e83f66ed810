package dev.certdeck.sandbox.v3;

import java.util.Arrays;
import java.util.List;

import dev.certdeck.sandbox.cloud.Service;
import org.jspecify.annotations.Nullable;

/**
 * The requested part of a search's result.
 *
 * @param offset how many instances of each list to skip
 * @param limit how many instances of each list at most
 * @param services the products
 * @param regions the regions, none for all
 */
record DetailPage(int offset, int limit, List<Service> services, List<String> regions) {

	private static final int DEFAULT_LIMIT = 10;

	private static final int MOST = 100;

	static DetailPage of(@Nullable String offset, @Nullable String limit, @Nullable List<String> types,
			@Nullable List<String> regions) {
		int most = number(limit, DEFAULT_LIMIT, "Limit");
		if (most > MOST) {
			throw V3Exception.invalidValue("Limit");
		}
		return new DetailPage(number(offset, 0, "Offset"), most, services(types),
				(regions != null) ? regions : List.of());
	}

	private static int number(@Nullable String text, int fallback, String name) {
		if (text == null || text.isEmpty()) {
			return fallback;
		}
		if (!text.matches("\\d{1,9}")) {
			throw V3Exception.invalidValue(name);
		}
		return Integer.parseInt(text);
	}

	private static List<Service> services(@Nullable List<String> types) {
		if (types == null || types.isEmpty()) {
			return List.of(Service.values());
		}
		return types.stream().map(DetailPage::service).toList();
	}

	private static Service service(String type) {
		return Arrays.stream(Service.values())
			.filter((service) -> service.type().equalsIgnoreCase(type))
			.findFirst()
			.orElseThrow(() -> V3Exception.invalidValue("ResourceTypes"));
	}

	boolean shows(String region) {
		return this.regions.isEmpty() || region.isEmpty() || this.regions.contains(region);
	}

}
