package dev.certdeck.http;

import dev.certdeck.SandboxTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Static files have a path of their own, so that no link to a page is tried as a file.
 */
@SandboxTest
class StaticPathTests {

	@Autowired
	private ResourceUrlProvider urls;

	@Test
	void onlyPathsBelowStaticAreTriedAsFiles() {
		assertThat(this.urls.getHandlerMap().keySet()).isNotEmpty().allMatch((path) -> path.startsWith("/static/"));
	}

	@Test
	void filesKeepTheirFingerprints() {
		assertThat(this.urls.getForLookupPath("/static/css/certdeck.css"))
			.matches("/static/css/certdeck-[0-9a-f]{32}\\.css");
		assertThat(this.urls.getForLookupPath("/static/webjars/bootstrap/dist/css/bootstrap.min.css"))
			.matches("/static/webjars/bootstrap/[0-9.]+/dist/css/bootstrap.min.css");
	}

}
