package dev.certdeck.list;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ListLinks}.
 */
class ListLinksTests {

	@Test
	void everyColumnHasALinkThatSortsByIt() {
		ListLinks page = page("q=a&page=3");
		List<ListLinks.SortLink> links = page.headings()
			.stream()
			.flatMap((heading) -> heading.links().stream())
			.toList();
		assertThat(links).extracting(ListLinks.SortLink::key)
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(SortColumn.values()).map(SortColumn::key).collect(Collectors.toSet()));
		assertThat(links)
			.allSatisfy((link) -> assertThat(ResourceBundle.getBundle("messages").getString("column." + link.key()))
				.isNotBlank());
		assertThat(links).filteredOn((link) -> link.key().equals("alias"))
			.containsExactly(new ListLinks.SortLink("alias", "/certificates?q=a&sort=alias", "none"));
		assertThat(links).filteredOn((link) -> link.key().equals("expiry"))
			.containsExactly(new ListLinks.SortLink("expiry", "/certificates?q=a&sort=-expiry", "ascending"));
	}

	@Test
	void headingTellsTheOrder() {
		List<String> states = page("sort=-alias").headings().stream().map(ListLinks.Heading::state).toList();
		assertThat(states).containsOnlyOnce("descending").first().isEqualTo("descending");
		assertThat(states).filteredOn("none"::equals).hasSize(states.size() - 1);
	}

	@Test
	void tileOfTheShownListIsChosen() {
		Tiles tiles = new Tiles(5, 4, 3, 2, 7, 1);
		assertThat(page("expires=30&size=50").tiles(tiles, true)).containsExactly(
				new ListLinks.Tile("all", 5, 0, "/certificates?size=50", false),
				new ListLinks.Tile("expiring", 4, 0, "/certificates?expires=30&size=50", true),
				new ListLinks.Tile("expired", 3, 0, "/certificates?expires=expired&size=50", false),
				new ListLinks.Tile("bound", 2, 7, "/certificates?usage=bound&size=50", false),
				new ListLinks.Tile("deletable", 1, 0, "/certificates?deletable=yes&size=50", false));
		assertThat(page("").tiles(tiles, true)).filteredOn(ListLinks.Tile::chosen)
			.extracting(ListLinks.Tile::key)
			.containsExactly("all");
		assertThat(page("q=a&expires=30").tiles(tiles, true)).noneMatch(ListLinks.Tile::chosen);
	}

	@Test
	void whatDependsOnUsageIsNotCountedBeforeItWasAsked() {
		assertThat(page("").tiles(new Tiles(5, 4, 3, 0, 0, 0), false)).extracting(ListLinks.Tile::count)
			.containsExactly(5, 4, 3, null, null);
	}

	@Test
	void sizesKeepTheQueryAndBeginAtTheFirstPage() {
		assertThat(page("q=a&size=50&page=2").sizes()).containsExactly(
				new ListLinks.Choice(20, "/certificates?q=a", false),
				new ListLinks.Choice(50, "/certificates?q=a&size=50", true),
				new ListLinks.Choice(100, "/certificates?q=a&size=100", false));
	}

	@Test
	void chosenAndConfiguredDaysCanBeChosen() {
		assertThat(page("").expiryChoices()).containsExactly(7, 30, 90);
		assertThat(page("expires=12").expiryChoices()).containsExactly(7, 12, 30, 90);
		assertThat(page("expires=expired").expiryChoices()).containsExactly(7, 30, 90);
		assertThat(new ListLinks(CertificateQuery.ALL, 45).expiryChoices()).containsExactly(7, 30, 45, 90);
	}

	@Test
	void statusesAreThoseThatOccurOrAreChosen() {
		assertThat(page("status=3&status=42").statuses(Set.of(CertificateStatus.EXPIRED, CertificateStatus.REVOKED)))
			.containsExactly(new ListLinks.Choice(Message.of("status.3"), "3", true),
					new ListLinks.Choice(Message.of("status.10"), "10", false),
					new ListLinks.Choice(Message.of("status.unknown", "42"), "42", true));
	}

	private static ListLinks page(String query) {
		return new ListLinks(CertificateQuery.parse(query), 30);
	}

}
