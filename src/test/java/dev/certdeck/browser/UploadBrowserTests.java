package dev.certdeck.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import dev.certdeck.LongTest;
import dev.certdeck.MarkedKey;
import dev.certdeck.TestPair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The result on an upload, which appears while somebody types or drops files and comes
 * from the Check button where no script runs.
 */
@LongTest
@BrowserTest
class UploadBrowserTests {

	private static final String PASSPHRASE = "correct horse";

	private static final MarkedKey KEY = MarkedKey.create(PASSPHRASE);

	private static final String DROP = """
			const files = new DataTransfer();
			for (const [name, text] of arguments[1]) {
				files.items.add(new File([text], name));
			}
			arguments[0].dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
			""";

	private Chromium scripted;

	private Chromium plain;

	@TempDir
	private Path directory;

	@BeforeAll
	void start(@LocalServerPort int port) {
		this.scripted = Chromium.start(port);
		this.scripted.signIn("operator");
		this.plain = Chromium.withoutScript(port);
		this.plain.signIn("operator");
	}

	@AfterEach
	void browsersDidNotComplain() {
		assertThat(this.scripted.complaints()).isEmpty();
	}

	/**
	 * The browser keeps the address of the page, which htmx writes there, and nothing
	 * else.
	 */
	@AfterEach
	void browserKeepsNothingThatWasEntered() {
		assertThat(this.scripted.driver()
			.executeScript("return JSON.stringify(localStorage) + JSON.stringify({...sessionStorage})")
			.toString())
			.matches("\\{}\\{(\"htmx-current-path-for-history\":\"/certificates[\\w/]*(\\?_form=[\\w-]+)?\")?}");
	}

	@AfterAll
	void close() {
		Stream.of(this.scripted, this.plain).forEach(Chromium::close);
	}

	@Test
	void resultAppearsWhileSomebodyPastes() {
		UploadPage page = open(Browser.SCRIPTED);
		page.certificate(KEY.certificate());
		page.awaitResult("There is no private key");
		assertThat(this.scripted.find("#result-summary").getAttribute("textContent")).startsWith("1 problem");
		page.key(TestPair.create().key());
		page.awaitResult("does not belong to the certificate");
		this.scripted.find("#key").clear();
		page.key(KEY.spellings().get(0));
		page.awaitResult("Ready to upload");
		assertThat(page.result()).contains("The key (RSA 2048) belongs to the certificate", "leaf", "days left");
		assertThat(this.scripted.driver().switchTo().activeElement().getAttribute("id")).isEqualTo("key");
	}

	@Test
	void droppedFilesAreChecked() {
		UploadPage page = open(Browser.SCRIPTED);
		Object[][] files = { { "server.pem", KEY.certificate() }, { "server.key", KEY.spellings().get(1) } };
		this.scripted.driver().executeScript(DROP, this.scripted.find("fieldset[data-drop=chainFile]"), files);
		page.awaitResult("Ready to upload");
		assertThat(page.result()).contains("server.key, block 1, line 1", "The private key was found here");
		assertThat(this.scripted.find("#chainFile").getAttribute("value")).contains("server.pem");
	}

	@Test
	void formThatIsNotReadIsToldWhileSomebodyDropsFiles() {
		UploadPage page = open(Browser.SCRIPTED);
		Object[][] files = { { "server.pem", "x".repeat(1_100_000) } };
		this.scripted.driver().executeScript(DROP, this.scripted.find("fieldset[data-drop=chainFile]"), files);
		page.awaitResult("Too large. What was sent is too large: a file may have 1 MB");
		assertThat(this.scripted.find("#result-summary").getAttribute("textContent")).startsWith("Too large");
		assertThat(this.scripted.complaints()).allSatisfy((complaint) -> assertThat(complaint).contains("413"));
	}

	@Test
	void swappedFieldsAreToldWhileSomebodyPastes() {
		UploadPage page = open(Browser.SCRIPTED);
		page.certificate(KEY.spellings().get(0)).key(KEY.certificate());
		page.awaitResult("The two fields look swapped");
	}

	@ParameterizedTest
	@EnumSource
	void swappedFieldsAreToldAtBoth(Browser browser) {
		UploadPage page = open(browser);
		page.certificate(KEY.spellings().get(0)).key(KEY.certificate()).check();
		assertThat(page.result()).contains("2 problems", "The two fields look swapped");
		Stream.of("chain", "key", "chainFile", "keyFile")
			.forEach((field) -> assertThat(of(browser).find("#" + field).getAttribute("aria-invalid"))
				.isEqualTo("true"));
		assertThat(of(browser).find("#key").getAttribute("value")).isEmpty();
		assertThat(of(browser).find("#chain").getAttribute("value")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void pfxAsksForItsPasswordAndIsUploadedWithIt(Browser browser) throws IOException {
		MarkedKey key = MarkedKey.create(PASSPHRASE);
		Path file = Files.write(this.directory.resolve(browser + ".pfx"), key.containers().get(0));
		UploadPage page = open(browser);
		page.file("chain", file).check();
		assertThat(page.result()).contains("Not ready yet", "The file is under a password");
		page.file("chain", file).passphrase("wrong").check();
		assertThat(page.result()).contains("The password does not open the file");
		page.file("chain", file).passphrase(PASSPHRASE).check();
		assertThat(page.result()).contains("Ready to upload", "This PKCS#12 file was unpacked: 1 certificate, 1 key");
		assertThat(of(browser).find("#passphrase").getAttribute("value")).isEmpty();
		page.file("chain", file).passphrase(PASSPHRASE).submit();
		assertThat(of(browser).find(".alert-success").getText()).startsWith("Uploaded.");
		of(browser).open(of(browser).path() + "/delete");
		of(browser).follow(of(browser).find("button.btn-danger"));
	}

	@ParameterizedTest
	@EnumSource
	void encryptedKeyAsksForItsPassphrase(Browser browser) {
		UploadPage page = open(browser);
		page.certificate(KEY.certificate()).key(KEY.spellings().get(2)).check();
		assertThat(page.result()).contains("The key is encrypted. Enter its passphrase");
		page.key(KEY.spellings().get(3)).passphrase("wrong").check();
		assertThat(page.result()).contains("The passphrase does not open the key");
		assertThat(of(browser).find("#passphrase").getAttribute("aria-describedby")).contains("passphrase-problems");
		page.key(KEY.spellings().get(3)).passphrase(PASSPHRASE).check();
		assertThat(page.result()).contains("Ready to upload", "The key was decrypted");
	}

	@ParameterizedTest
	@EnumSource
	void linkOfTheResultLeavesTheFormAlone(Browser browser) {
		TestPair pair = TestPair.create();
		open(browser).certificate(pair.certificate()).key(pair.key()).submit();
		String certificate = of(browser).path();
		open(browser).certificate(pair.certificate()).key(pair.key()).check();
		String form = of(browser).driver().getWindowHandle();
		of(browser).find("#result .findings a[href^='/certificates/']").click();
		new WebDriverWait(of(browser).driver(), Duration.ofSeconds(20))
			.until(ExpectedConditions.numberOfWindowsToBe(2));
		assertThat(of(browser).find("#chain").getDomProperty("value")).contains("BEGIN CERTIFICATE");
		of(browser).driver().getWindowHandles().stream().filter((window) -> !window.equals(form)).forEach((window) -> {
			of(browser).driver().switchTo().window(window);
			of(browser).awaitHeading(pair.name());
			of(browser).driver().close();
		});
		of(browser).driver().switchTo().window(form);
		of(browser).open(certificate + "/delete");
		of(browser).follow(of(browser).find("button.btn-danger"));
	}

	@Test
	void refusedUploadIsToldWithItsFocusAndTitle() {
		UploadPage page = open(Browser.PLAIN);
		page.certificate(KEY.certificate()).submit();
		assertThat(this.plain.driver().getTitle()).startsWith("Not uploaded");
		assertThat(page.result()).startsWith("Not uploaded");
		assertThat(this.plain.driver().switchTo().activeElement().getAttribute("id")).isEqualTo("result");
	}

	private UploadPage open(Browser browser) {
		of(browser).open("/certificates/upload");
		return new UploadPage(of(browser));
	}

	private Chromium of(Browser browser) {
		return (browser != Browser.PLAIN) ? this.scripted : this.plain;
	}

	/**
	 * The browsers.
	 */
	enum Browser {

		SCRIPTED, PLAIN

	}

}
