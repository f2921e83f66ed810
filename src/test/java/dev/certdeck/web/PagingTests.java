package dev.certdeck.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Paging}.
 */
class PagingTests {

	@Test
	void middlePageLeadsEverywhere() {
		assertThat(paging(3, 5)).isEqualTo(new Paging(3, 5, "/1", "/2", "/4", "/5"));
	}

	@Test
	void firstPageLeadsOnlyForward() {
		assertThat(paging(1, 5)).isEqualTo(new Paging(1, 5, null, null, "/2", "/5"));
	}

	@Test
	void lastPageLeadsOnlyBack() {
		assertThat(paging(5, 5)).isEqualTo(new Paging(5, 5, "/1", "/4", null, null));
	}

	@Test
	void onlyPageLeadsNowhere() {
		assertThat(paging(1, 1)).isEqualTo(new Paging(1, 1, null, null, null, null));
	}

	private static Paging paging(int page, int pages) {
		return Paging.of(page, pages, (number) -> "/" + number);
	}

}
