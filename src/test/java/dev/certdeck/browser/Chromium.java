package dev.certdeck.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import dev.certdeck.PlainBrowser;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.util.FileSystemUtils;

/**
 * A Chromium that looks at one dashboard.
 */
final class Chromium implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path profile;

	private final ChromeDriver driver;

	private final String url;

	private Chromium(String url, Map<String, Object> preferences, String... arguments) {
		this.url = url;
		try {
			this.profile = Files.createTempDirectory("certdeck-chromium");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(Tool.CHROMEDRIVER.find().orElseThrow().toFile())
			.build();
		this.driver = new ChromeDriver(service, options(this.profile, preferences).addArguments(arguments));
	}

	static Chromium start(int port) {
		return new Chromium("http://localhost:" + port, Map.of());
	}

	/**
	 * Starts a browser that trusts one key, whoever vouches for it.
	 * @param url where the dashboard is, without a slash at the end
	 * @param key the SHA-256 of the key's SubjectPublicKeyInfo, in Base64
	 * @return the browser
	 */
	static Chromium trusting(String url, String key) {
		return new Chromium(url, Map.of(), "--ignore-certificate-errors-spki-list=" + key);
	}

	static Chromium withoutScript(int port) {
		return new Chromium("http://localhost:" + port,
				Map.of("profile.managed_default_content_settings.javascript", 2));
	}

	private static ChromeOptions options(Path profile, Map<String, Object> preferences) {
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(Tool.CHROMIUM.find().orElseThrow().toFile());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--force-prefers-reduced-motion", "--window-size=1280,900",
				"--user-data-dir=" + profile);
		options.setExperimentalOption("prefs", preferences);
		options.setCapability("goog:loggingPrefs", logging);
		return options;
	}

	ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Opens a page.
	 * @param path a path of the dashboard or a whole URL
	 */
	void open(String path) {
		this.driver.get(path.startsWith("/") ? this.url + path : path);
	}

	/**
	 * Signs in anew and waits until the dashboard knows the certificates and what uses
	 * them.
	 * @param user the user, whose password is the same word
	 * @return the list, unless the user has no role
	 */
	ListPage signIn(String user) {
		signOut();
		open("/certificates");
		new SignInPage(this).signIn(user);
		for (int looks = 0; looks < 300
				&& !this.driver.findElements(By.cssSelector("main .loading")).isEmpty(); looks++) {
			PlainBrowser.pause();
			open("/certificates");
		}
		return new ListPage(this);
	}

	/**
	 * Forgets both sessions.
	 */
	void signOut() {
		this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
	}

	void size(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	void usualSize() {
		this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
	}

	void scheme(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	void keys(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/**
	 * Presses Tab until an element has the focus.
	 * @param selector the element
	 * @return the element
	 */
	WebElement tabTo(String selector) {
		for (int stops = 0; stops < 200; stops++) {
			keys(Keys.TAB);
			WebElement focused = this.driver.switchTo().activeElement();
			if (this.driver.findElements(By.cssSelector(selector)).contains(focused)) {
				return focused;
			}
		}
		throw new AssertionError("Tab never reached " + selector);
	}

	WebElement find(String selector) {
		return new WebDriverWait(this.driver, PATIENCE)
			.until((driver) -> driver.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null));
	}

	List<WebElement> findAll(String selector) {
		return this.driver.findElements(By.cssSelector(selector));
	}

	/**
	 * Clicks on something that leads to another page and waits for that page.
	 * @param element what to click on
	 */
	void follow(WebElement element) {
		String before = documentId();
		element.click();
		awaitOtherThan(before);
	}

	/**
	 * Presses Enter on what has the focus and waits for the page to which it leads.
	 */
	void enter() {
		String before = documentId();
		keys(Keys.ENTER);
		awaitOtherThan(before);
	}

	/**
	 * Waits until the page's main heading is a text.
	 * @param text the text
	 */
	void awaitHeading(String text) {
		new WebDriverWait(this.driver, Duration.ofSeconds(20)).ignoring(StaleElementReferenceException.class)
			.until(ExpectedConditions.textToBe(By.tagName("h1"), text));
	}

	private void awaitOtherThan(String document) {
		new WebDriverWait(this.driver, PATIENCE).until((driver) -> !documentId().equals(document));
		find("body");
	}

	private String documentId() {
		Map<?, ?> tree = (Map<?, ?>) this.driver.executeCdpCommand("Page.getFrameTree", Map.of()).get("frameTree");
		return String.valueOf(((Map<?, ?>) tree.get("frame")).get("loaderId"));
	}

	String path() {
		return this.driver.getCurrentUrl().replaceFirst("https?://[^/]+", "");
	}

	String text() {
		return find("body").getText();
	}

	/**
	 * Returns what the browser complained about since it was last asked, but for pages
	 * that are no success by intention and checks that a page which was left has aborted.
	 * @return the messages of the console
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map(LogEntry::getMessage)
			.filter((message) -> !message.startsWith(this.driver.getCurrentUrl().replaceFirst("[?#].*", ""))
					|| !message.contains("the server responded with a status of"))
			.filter((message) -> !message.contains("\"htmx:sendAbort, ") && !message.contains("\"htmx:afterRequest, "))
			.toList();
	}

	@Override
	public void close() {
		this.driver.quit();
		FileSystemUtils.deleteRecursively(this.profile.toFile());
	}

}
