package dev.certdeck;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages while the cloud takes long for every answer. Threads are those of Java 17, which
 * are few.
 */
@LongTest
@SandboxTest
@TestPropertySource(properties = { "spring.threads.virtual.enabled=false", "certdeck.tencent.response-timeout=60s",
		"certdeck.tencent.call-timeout=60s", "certdeck.inventory.check-wait=2s" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class SlowCloudTests {

	private static final int PAGES = 260;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpClient http = HttpClient.newBuilder().executor(this.threads).build();

	private PlainBrowser browser;

	private SandboxKnobs knobs;

	private String url;

	@BeforeAll
	void signIn(@LocalServerPort int port, @Value("${certdeck.sandbox.url}") String sandboxUrl) {
		this.url = "http://localhost:" + port;
		this.browser = new PlainBrowser(port);
		this.browser.signIn("operator");
		this.knobs = new SandboxKnobs(sandboxUrl);
	}

	@AfterAll
	void close() {
		this.browser.close();
		this.threads.shutdownNow();
	}

	@Test
	void pagesOfCertificatesThatWaitForTheCloudDoNotHoldTheList() {
		String path = PlainBrowser.press(this.browser.open("/certificates?q=storefront"), "*.example.com")
			.getUrl()
			.getPath();
		assertListAnswersWhile(path);
	}

	@Test
	void downloadsThatWaitForTheCloudDoNotHoldTheList() {
		String path = PlainBrowser.press(this.browser.open("/certificates?q=storefront"), "*.example.com")
			.getUrl()
			.getPath();
		assertListAnswersWhile(path + "/chain.pem");
	}

	private void assertListAnswersWhile(String path) {
		List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
		this.knobs.during("CertGetList", "kind=slow&delay=15s", () -> {
			for (int page = 0; page < PAGES; page++) {
				pages.add(this.http.sendAsync(request(path), BodyHandlers.ofString()));
			}
			awaitAnswers(pages);
			HttpResponse<String> list = list();
			assertThat(list.statusCode()).isEqualTo(200);
			assertThat(list.body()).contains("*.example.com");
			assertThat(pages).as("pages when the list is answered").anyMatch((page) -> !page.isDone());
			assertThat(pages.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
				.as("pages that were answered before the list")
				.allSatisfy((page) -> assertThat(page.body()).contains("Tencent Cloud answers slowly"));
		});
		assertThat(pages.stream().map(CompletableFuture::join))
			.allSatisfy((page) -> assertThat(page.statusCode()).isIn(200, 503))
			.filteredOn((page) -> page.statusCode() == 503)
			.allSatisfy((page) -> assertThat(page.headers().firstValue("Retry-After")).contains("5"));
	}

	/**
	 * Waits until some of the pages are answered, which shows that all are under way.
	 * @param pages the pages
	 */
	private static void awaitAnswers(List<CompletableFuture<HttpResponse<String>>> pages) {
		try {
			CompletableFuture.anyOf(pages.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new AssertionError("Every page waits for the cloud", ex);
		}
	}

	private HttpResponse<String> list() {
		try {
			return this.http.sendAsync(request("/certificates?q=storefront"), BodyHandlers.ofString()).get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create(this.url + path)).header("Cookie", this.browser.cookies()).build();
	}

}
