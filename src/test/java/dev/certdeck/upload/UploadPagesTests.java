package dev.certdeck.upload;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import dev.certdeck.audit.TestTrail;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.web.TestMessages;
import dev.certdeck.web.Texts;
import dev.certdeck.write.TestWrites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for the pages of the upload, as they are rendered.
 */
@ExtendWith(OutputCaptureExtension.class)
class UploadPagesTests {

	private static final TestMaterial.Pair PAIR = TestMaterial.rsa("www.example.com");

	private static final String TOKEN = "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a";

	private final FakeStore store = new FakeStore();

	private final MockMvcTester mvc = mvc();

	@Test
	void emptyFormHasATokenAndNoProblem() {
		MvcTestResult page = this.mvc.get().uri("/certificates/upload").exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.containsPattern("name=\"token\" value=\"[0-9a-f-]{36}\"")
			.doesNotContain("is-invalid", "??");
	}

	@Test
	void successLeadsToTheCertificateWithANotice() {
		MvcTestResult result = submit(PAIR.certificate(), PAIR.key());
		assertThat(result).hasStatus(303).hasRedirectedUrl("/certificates/held0000");
		assertThat(result).flash().extractingByKey("notice").asString().contains("held0000");
	}

	@Test
	void filesAreReadLikeText() {
		assertThat(files(PAIR.certificate().getBytes(StandardCharsets.UTF_8),
				PAIR.key().getBytes(StandardCharsets.UTF_16)))
			.hasStatus(303);
	}

	@Test
	void refusedFormShowsItsProblemsAtTheirFieldsAndKeepsTheCertificate() {
		MvcTestResult page = submit(PAIR.certificate(), "hello");
		assertThat(page).hasStatus(422)
			.bodyText()
			.contains(PAIR.certificate().strip(), "My alias", TOKEN, "id=\"key-problems\"", "href=\"#key\"")
			.containsPattern(
					"id=\"key\" name=\"key\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"key-help key-problems\"")
			.doesNotContain("id=\"chain-problems\"", "hello");
	}

	@Test
	void certificateFromAFileIsKeptAsText() {
		assertThat(files(PAIR.certificate().getBytes(StandardCharsets.UTF_8), new byte[] { 1 })).hasStatus(422)
			.bodyText()
			.contains(PAIR.certificate().strip());
	}

	@Test
	void emptyFileIsSaidToBeEmpty() {
		assertThat(files(new byte[0], PAIR.key().getBytes(StandardCharsets.UTF_8))).hasStatus(422)
			.bodyText()
			.contains("data-code=\"empty-file\"")
			.doesNotContain("data-code=\"empty\"");
	}

	@Test
	void heldCertificateIsLinked() {
		this.store.hold(PAIR.certificate());
		assertThat(submit(PAIR.certificate(), PAIR.key())).hasStatus(422)
			.bodyText()
			.contains("href=\"/certificates/held0000\"");
	}

	@Test
	void linksOfTheResultOpenBesideTheForm() {
		this.store.hold(PAIR.certificate());
		assertThat(submit(PAIR.certificate(), PAIR.key())).bodyText()
			.satisfies((page) -> assertThat(
					Pattern.compile("<a [^>]*href=\"/certificates/held0000\"[^>]*>").matcher(page).results())
				.hasSize(2)
				.allSatisfy((link) -> assertThat(link.group()).contains("target=\"_blank\"", "rel=\"noopener\"",
						"title=\"Opens in a new tab; what you entered stays here.\"")));
	}

	@Test
	void uploadThatComesSecondTellsOneStory() {
		this.store.hold(PAIR.certificate());
		assertThat(submit(PAIR.certificate(), PAIR.key())).bodyText()
			.containsOnlyOnce("data-code=\"already-held\"")
			.doesNotContain("data-code=\"new-names\"");
		this.store.searchFailure = FakeStore.failure(Failure.UNREACHABLE, false);
		assertThat(submit(PAIR.certificate(), PAIR.key())).bodyText()
			.contains("data-code=\"check-failed\"")
			.doesNotContain("data-code=\"new-names\"");
	}

	@Test
	void certificateIsKeptWithoutCharactersThatAreNotSeen() {
		assertThat(submit("\u200b" + PAIR.certificate().replace("\n", "\u2028\n\u00ad"), "hello")).bodyText()
			.contains(PAIR.certificate().lines().findFirst().orElseThrow())
			.doesNotContain("\u200b", "\u2028", "\u00ad");
	}

	@Test
	void whatIsNoCertificateIsNamedAndNotShown() {
		assertThat(submit("subject=CN = other text\n" + PAIR.certificate() + "more\n", "hello")).bodyText()
			.contains("data-code=\"other-text\"", "2 lines outside of the certificates and keys", "line 1",
					"Only what was read whole as a certificate is shown again", PAIR.certificate().strip())
			.doesNotContain("other text");
		assertThat(submit(PAIR.certificate(), "hello")).bodyText().doesNotContain("Only what was read whole");
		assertThat(submit("-----BEGIN 3082010A0282010100-----\nQUJD\n-----END 3082010A0282010100-----\n", ""))
			.bodyText()
			.contains("data-code=\"other-block\"", "does not belong here")
			.doesNotContain("3082010A");
	}

	@Test
	void aliasThatLooksLikeAKeyIsRefusedAndNotShown() {
		String piece = line(PAIR.key()).replaceAll("(.{8})", "$1 ");
		assertThat(submit(PAIR.certificate(), PAIR.key(), piece)).hasStatus(422)
			.bodyText()
			.contains("data-code=\"alias-key-material\"")
			.doesNotContain(piece.substring(0, 8));
		assertThat(this.store.uploads).isEmpty();
	}

	@Test
	void textOfTheCloudIsEscaped() {
		assertThat(submit("-----BEGIN X-----\nQUJD\n-----END X-----\n<script>alert(1)</script>", "")).bodyText()
			.doesNotContain("<script>alert");
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "application/x-www-form-urlencoded" })
	void requestWithoutContentIsAFormWithProblems(String type) {
		assertThat(this.mvc.post().uri("/certificates/upload").contentType(MediaType.parseMediaType(type)).exchange())
			.hasStatus(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/plain" })
	void otherContentIsRefused(String type) {
		assertThat(this.mvc.post().uri("/certificates/upload").contentType(MediaType.parseMediaType(type)).exchange())
			.hasStatus(415);
	}

	@Test
	void binaryFilesAreAFormWithProblems() {
		byte[] binary = new byte[5000];
		new Random(7).nextBytes(binary);
		assertThat(files(binary, binary)).hasStatus(422).bodyText().contains("is-invalid");
	}

	@Test
	void unknownOutcomeLeadsToItsPageAndThenToTheCertificate() {
		this.store.uploadFailure = FakeStore.failure(Failure.UNREACHABLE, true);
		this.store.losesUploads = true;
		MvcTestResult result = submit(PAIR.certificate(), PAIR.key());
		assertThat(result).hasStatus(303);
		String path = result.getResponse().getRedirectedUrl();
		assertThat(path).startsWith("/certificates/upload/unknown?sha256=");
		assertThat(this.mvc.get().uri(URI.create(path))).hasStatusOk()
			.bodyText()
			.contains("www.example.com", "Look again", "data-poll=\"5000\"")
			.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>")
			.doesNotContain("/certificates/held0000", "??");
		this.store.hold(PAIR.certificate());
		assertThat(this.mvc.get().uri(URI.create(path))).bodyText()
			.contains("/certificates/held0000")
			.doesNotContain("data-poll", "http-equiv=\"refresh\"");
		this.store.searchFailure = FakeStore.failure(Failure.UNREACHABLE, false);
		assertThat(this.mvc.get().uri(URI.create(path))).hasStatusOk().bodyText().contains("it failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?sha256=zz", "?sha256=00", "?name=www.example.com" })
	void unknownOutcomeOfNothingIsNotFound(String query) {
		assertThat(this.mvc.get().uri("/certificates/upload/unknown" + query)).hasStatus(404);
	}

	@Test
	void keyNeverComesBackAndIsNeverLogged(CapturedOutput output) {
		String key = PAIR.key();
		String traditional = PAIR.traditionalKey();
		String body = key.replaceAll("-----.*-----\n", "");
		String[][] forms = { { "", key }, { key, PAIR.certificate() }, { body, key }, { body.substring(70), key },
				{ key.replace("PRIVATE KEY", "CERTIFICATE"), key }, { PAIR.certificate() + body, "hello" },
				{ key.replace("-----", "----"), key }, { traditional.replaceAll("-----END.*", ""), key },
				{ PAIR.certificate(), TestMaterial.rsa("x").key() },
				{ PAIR.certificate() + key, TestMaterial.rsa("x").key() + traditional.replace("END", "ENE") },
				{ PAIR.certificate(), key + "-----END X-----" },
				{ PAIR.certificate(), key.replace("END PRIVATE", "END RSA PRIVATE") } };
		for (String[] form : forms) {
			MvcTestResult page = submit(form[0], form[1]);
			assertThat(page).hasStatus(422);
			assertNoKey(page.getResponse(), key, traditional);
			assertNoKey(check(form[0], form[1], true).getResponse(), key, traditional);
		}
		assertThat(submit(PAIR.certificate(), key, key.replace("\n", " "))).hasStatus(422)
			.bodyText()
			.doesNotContain(line(key));
		for (Failure failure : Failure.values()) {
			this.store.uploadFailure = FakeStore.failure(failure, false);
			assertNoKey(submit(PAIR.certificate(), key).getResponse(), key, traditional);
		}
		assertThat(output.getAll()).doesNotContain(line(key), line(traditional));
	}

	private static void assertNoKey(MockHttpServletResponse response, String... keys) {
		try {
			for (String key : keys) {
				assertThat(response.getContentAsString()).doesNotContain(secretLines(key));
			}
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> secretLines(String key) {
		return key.lines().skip(2).limit(20).filter((line) -> !PAIR.certificate().contains(line)).toList();
	}

	private static String line(String pem) {
		return pem.lines().skip(5).findFirst().orElseThrow();
	}

	@Test
	void checkGivesTheResultAndSendsNothing() {
		assertThat(check(PAIR.certificate(), PAIR.key(), false)).hasStatusOk()
			.bodyText()
			.contains("Ready to upload", "belongs to the certificate", "Enter the key and the passphrase again",
					PAIR.certificate().strip())
			.doesNotContain("??", line(PAIR.key()));
		assertThat(check(PAIR.certificate(), "", false)).hasStatusOk()
			.bodyText()
			.contains("Not ready yet", "There is no private key", "id=\"key-problems\"");
		assertThat(this.store.uploads).isEmpty();
	}

	@Test
	void resultAloneComesWhileSomebodyTypes() {
		assertThat(check(PAIR.certificate(), TestMaterial.ec("other").key(), true)).hasStatusOk()
			.bodyText()
			.contains("id=\"result\"", "data-code=\"key-mismatch\"", "hx-swap-oob",
					"The private key does not belong to the certificate", "1 problem")
			.doesNotContain("<form", "??");
		assertThat(check("", "", true)).hasStatusOk()
			.bodyText()
			.contains("Checked before anything is sent")
			.doesNotContain("problem");
	}

	private MvcTestResult check(String chain, String key, boolean typing) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/certificates/upload/check")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("type", "SVR")
			.param("chain", chain)
			.param("key", key);
		return (typing ? request.header("HX-Request", "true") : request).exchange();
	}

	private MvcTestResult submit(String chain, String key) {
		return submit(chain, key, "My alias");
	}

	private MvcTestResult submit(String chain, String key, String alias) {
		return this.mvc.post()
			.uri("/certificates/upload")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("token", TOKEN)
			.param("type", "SVR")
			.param("alias", alias)
			.param("chain", chain)
			.param("key", key)
			.exchange();
	}

	private MvcTestResult files(byte[] chain, byte[] key) {
		return this.mvc.post()
			.uri("/certificates/upload")
			.multipart()
			.file(new MockMultipartFile("chainFile", "chain.pem", null, chain))
			.file(new MockMultipartFile("keyFile", "key.pem", null, key))
			.param("type", "SVR")
			.exchange();
	}

	private MockMvcTester mvc() {
		Inventory inventory = mock();
		Clock clock = Clock.fixed(TestMaterial.NOW, ZoneOffset.UTC);
		TestTrail audit = TestTrail.create(clock);
		UploadProperties properties = new UploadProperties(1, Duration.ofMillis(1));
		UploadConfiguration configuration = new UploadConfiguration();
		CertificateFinder finder = configuration.certificateFinder(inventory, this.store);
		UploadWrite upload = configuration.uploadWrite(this.store, inventory, finder, audit.trail(), properties);
		Texts texts = TestMessages.load(ZoneOffset.UTC);
		UploadController controller = new UploadController(upload, TestWrites.writes(audit, mock()),
				configuration.formViews(texts, clock), configuration.formValidator(inventory, this.store, clock),
				mock());
		return MockMvcTester.create(MockMvcBuilders
			.standaloneSetup(controller,
					new UnknownOutcomeController(TestWrites.resolver(audit, Runnable::run, clock, upload),
							audit.trail(), finder, inventory, texts))
			.setCustomArgumentResolvers(TestTrail.actorResolver())
			.setViewResolvers(viewResolver(texts))
			.build());
	}

	private static ThymeleafViewResolver viewResolver(Texts texts) {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		engine.setTemplateEngineMessageSource(texts);
		ThymeleafViewResolver resolver = new ThymeleafViewResolver();
		resolver.setTemplateEngine(engine);
		resolver.setCharacterEncoding("UTF-8");
		return resolver;
	}

}
