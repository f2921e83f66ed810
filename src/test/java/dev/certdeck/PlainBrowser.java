package dev.certdeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;
import org.htmlunit.util.NameValuePair;

/**
 * A browser without JavaScript that looks at one dashboard.
 */
public final class PlainBrowser implements AutoCloseable {

	private static final int MOST_LOOKS = 300;

	private final WebClient client = new WebClient();

	private String url;

	PlainBrowser(int port) {
		this("http://localhost:" + port);
	}

	/**
	 * Creates the browser.
	 * @param url where the dashboard is, without a slash at the end
	 */
	public PlainBrowser(String url) {
		this.url = url;
		this.client.getOptions().setJavaScriptEnabled(false);
		this.client.getOptions().setCssEnabled(false);
		this.client.getOptions().setThrowExceptionOnFailingStatusCode(false);
		this.client.getOptions().setPrintContentOnFailingStatusCode(false);
	}

	/**
	 * Turns to another replica of the dashboard, with the same cookies.
	 * @param url where the replica is, without a slash at the end
	 */
	public void turnTo(String url) {
		this.url = url;
	}

	/**
	 * Opens a page.
	 * @param path a path of the dashboard or a whole URL
	 * @return the page
	 */
	public HtmlPage open(String path) {
		return send(request(HttpMethod.GET, path));
	}

	/**
	 * Signs in and waits until the dashboard knows the certificates and what uses them.
	 * @param user the user, whose password is the same word
	 * @return the list
	 */
	public HtmlPage signIn(String user) {
		return loaded(signIn(open("/certificates"), user));
	}

	/**
	 * Waits until the dashboard knows the certificates and what uses them.
	 * @return the list
	 */
	public HtmlPage list() {
		return loaded(open("/certificates"));
	}

	private HtmlPage loaded(HtmlPage first) {
		HtmlPage page = first;
		for (int looks = 0; looks < MOST_LOOKS && !page.querySelectorAll("main .loading").isEmpty(); looks++) {
			pause();
			page = open("/certificates");
		}
		return page;
	}

	HtmlPage signIn(HtmlPage signInPage, String user) {
		fill(signInPage, "username", user);
		fill(signInPage, "password", user);
		return press(signInPage, "Sign in");
	}

	/**
	 * Uploads a certificate.
	 * @param pair the certificate and its key
	 * @param alias its alias
	 * @return the page after it
	 */
	public HtmlPage upload(TestPair pair, String alias) {
		HtmlPage page = open("/certificates/upload");
		fill(page, "alias", alias);
		page.<HtmlTextArea>getHtmlElementById("chain").setText(pair.certificate());
		page.<HtmlTextArea>getHtmlElementById("key").setText(pair.key());
		return press(page, "Upload");
	}

	/**
	 * Deletes a certificate.
	 * @param certificatePath the path of its page
	 * @return the page after it
	 */
	public HtmlPage delete(String certificatePath) {
		return press(open(certificatePath + "/delete"), "Delete this certificate");
	}

	/**
	 * Sends a form that no page offers, with the token of the person's pages.
	 * @param path where to
	 * @param fields further fields, each as {@code name=value}
	 * @return the answer
	 */
	public HtmlPage post(String path, String... fields) {
		WebRequest request = request(HttpMethod.POST, path);
		request.setRequestParameters(Stream.concat(Stream.of("_csrf=" + csrfToken()), Arrays.stream(fields))
			.map((field) -> field.split("=", 2))
			.map((field) -> new NameValuePair(field[0], field[1]))
			.toList());
		return send(request);
	}

	/**
	 * Downloads a file.
	 * @param path its path
	 * @return its content
	 */
	String download(String path) {
		return answer(path).getContentAsString();
	}

	/**
	 * Asks for anything.
	 * @param path its path
	 * @return the answer
	 */
	WebResponse answer(String path) {
		return page(() -> this.client.<Page>getPage(request(HttpMethod.GET, path))).getWebResponse();
	}

	/**
	 * Returns the token of the person's forms.
	 * @return the token
	 */
	public String csrfToken() {
		return open("/certificates").<HtmlInput>querySelector("input[name=_csrf]").getValue();
	}

	/**
	 * Returns the id of the session at the dashboard.
	 * @return the value of its cookie
	 */
	String session() {
		return this.client.getCookieManager().getCookie("CERTDECK").getValue();
	}

	/**
	 * Returns what the browser would send to the dashboard as its cookies.
	 * @return the value of the header
	 */
	public String cookies() {
		return this.client.getCookieManager()
			.getCookies()
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	HtmlPage send(WebRequest request) {
		return page(() -> this.client.getPage(request));
	}

	WebRequest request(HttpMethod method, String path) {
		URL address = page(() -> URI.create(path.startsWith("http") ? path : this.url + path).toURL());
		WebRequest request = new WebRequest(address, this.client.getBrowserVersion().getHtmlAcceptHeader(),
				this.client.getBrowserVersion().getAcceptEncodingHeader());
		request.setHttpMethod(method);
		return request;
	}

	WebClient client() {
		return this.client;
	}

	@Override
	public void close() {
		this.client.close();
	}

	static void fill(HtmlPage page, String id, String value) {
		page.<HtmlInput>getHtmlElementById(id).setValue(value);
	}

	/**
	 * Presses a button or follows a link.
	 * @param page the page
	 * @param text the whole text of the button or link
	 * @return the page to which it leads
	 */
	public static HtmlPage press(HtmlPage page, String text) {
		return page(() -> control(page, text).click());
	}

	static HtmlPage follow(HtmlAnchor link) {
		return page(link::click);
	}

	static DomElement control(HtmlPage page, String text) {
		return controls(page, text).findFirst()
			.orElseThrow(() -> new AssertionError("No '%s' in %s".formatted(text, page.asNormalizedText())));
	}

	static Stream<DomElement> controls(HtmlPage page, String text) {
		return Stream.of("main button", "main a", "header button")
			.flatMap((selector) -> page.querySelectorAll(selector).stream())
			.map(DomElement.class::cast)
			.filter((element) -> element.getTextContent().strip().equals(text));
	}

	/**
	 * Returns the texts of elements.
	 * @param page the page
	 * @param selector the elements
	 * @return their texts
	 */
	public static List<String> texts(HtmlPage page, String selector) {
		return page.querySelectorAll(selector).stream().map(DomNode::getTextContent).map(String::strip).toList();
	}

	/**
	 * Returns what a person reads on a page.
	 * @param page the page
	 * @return the text
	 */
	public static String text(HtmlPage page) {
		return page.getBody().asNormalizedText();
	}

	private static <T> T page(Loading<T> loading) {
		try {
			return loading.load();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits a moment, so that a number of looks is a time.
	 */
	public static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Loading<T> {

		T load() throws IOException;

	}

}
