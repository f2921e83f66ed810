package dev.certdeck.browser;

import java.util.function.Consumer;

import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import org.openqa.selenium.By;

/**
 * Every page that a person can come to, and how.
 */
enum Scene {

	LIST("operator", "Certificates", (stage) -> stage.open("/certificates")),

	LIST_OF_VIEWER("viewer", "Certificates", (stage) -> stage.open("/certificates?usage=bound")),

	LIST_WITH_OPEN_CHOICES("operator", "Certificates", (stage) -> {
		stage.open("/certificates");
		stage.chromium().find("details.choices summary").click();
	}),

	EMPTY_LIST("operator", "Certificates", (stage) -> stage.open("/certificates?q=no-such-name&page=x")),

	STALE_LIST("operator", "Certificates", (stage) -> stage.during("CertGetList", "kind=error&code=4100", () -> {
		stage.open("/certificates?size=20");
		new ListPage(stage.chromium()).refresh();
	})),

	BOUND("operator", "*.example.com", (stage) -> stage.openFirst("storefront")),

	BOUND_FOR_VIEWER("viewer", "*.example.com", (stage) -> stage.openFirst("storefront")),

	PENDING("operator", "new.example.com", (stage) -> stage.openFirst("applied+for+just+now")),

	EXPIRED("operator", "shareholders.example.com", (stage) -> stage.openFirst("shareholders")),

	HUNDRED_NAMES("operator", "tenant-001.example.net", (stage) -> stage.openFirst("tenant-001")),

	DETAIL_WITHOUT_CLOUD("operator", "*.example.com", (stage) -> {
		stage.open("/certificates?q=storefront");
		stage.during("CertGetList", "kind=error&code=4100", () -> new ListPage(stage.chromium()).openFirst());
	}),

	CLOUD_FAILED("operator", "The call to Tencent Cloud failed",
			(stage) -> stage.during("CertGetList", "kind=error&code=4100", () -> stage.open("/certificates/none0000"))),

	CONFIRM("operator", "Delete typo.example.com?", Stage::openConfirm),

	CONFIRM_OF_BOUND("operator", "Delete *.example.com?", (stage) -> {
		stage.openFirst("storefront");
		stage.open(stage.chromium().path().replaceFirst("\\?.*", "/delete"));
	}),

	REFUSED("operator", "typo.example.com was not deleted", (stage) -> {
		stage.openConfirm();
		stage.during("DescribeCdnHosts", "kind=error&code=4100", stage::confirm);
	}),

	REFUSED_BY_CLOUD("operator", "typo.example.com was not deleted", (stage) -> {
		stage.openConfirm();
		stage.during("CertDelete", "kind=error&code=4100", stage::confirm);
	}),

	DELETION_UNKNOWN("operator", "It is not known whether typo.example.com was deleted", (stage) -> {
		stage.openConfirm();
		stage.during("CertDelete", "kind=cut", stage::confirm);
	}),

	UPLOAD("operator", "Upload certificate", (stage) -> stage.open("/certificates/upload")),

	UPLOAD_WITH_PROBLEMS("operator", "Upload certificate", (stage) -> {
		stage.open("/certificates/upload");
		new UploadPage(stage.chromium()).certificate("-----BEGIN CERTIFICATE-----\nno\n").submit();
	}),

	UPLOAD_CHECKED("operator", "Upload certificate", (stage) -> {
		TestPair pair = TestPair.create();
		stage.open("/certificates/upload");
		new UploadPage(stage.chromium()).certificate(pair.certificate()).key(pair.key()).check();
	}),

	UPLOAD_UNKNOWN("operator", "Outcome not known", (stage) -> {
		TestPair pair = TestPair.create();
		stage.open("/certificates/upload");
		stage.during("CertUpload", "kind=cut",
				() -> new UploadPage(stage.chromium()).certificate(pair.certificate()).key(pair.key()).submit());
	}),

	GONE("operator", "The account no longer holds this certificate", (stage) -> {
		TestPair pair = TestPair.create();
		stage.open("/certificates/upload");
		new UploadPage(stage.chromium()).certificate(pair.certificate()).key(pair.key()).submit();
		String path = stage.chromium().path();
		stage.open(path + "/delete");
		stage.confirm();
		stage.open(path);
	}),

	AUDIT("admin", "Audit trail", (stage) -> stage.open("/audit")),

	AUDIT_WITHOUT_ENTRIES("admin", "Audit trail", (stage) -> stage.open("/audit?person=nobody&kind=other")),

	NO_ROLE("guest", "No role", (stage) -> stage.open("/certificates")),

	DENIED("viewer", "Not allowed", (stage) -> stage.open("/certificates/upload")),

	NOT_FOUND("operator", "Not found", (stage) -> stage.open("/certificates/none0000")),

	BAD_REQUEST("operator", "The request was not understood", (stage) -> stage.open("/certificates?q=%ff")),

	SIGNED_OUT("operator", "Signed out", (stage) -> stage.chromium().follow(stage.chromium().find(".who button"))),

	SIGN_IN_FAILED("", "Sign-in failed", (stage) -> stage.open("/sign-in-failed/refused")),

	FORM_TOO_OLD("", "This form is too old", (stage) -> stage.open("/denied")),

	SIGN_IN("", "Sign in to Certdeck", (stage) -> stage.open("/certificates")),

	SIGN_IN_WITH_ERROR("", "Sign in to Certdeck", (stage) -> {
		stage.open("/certificates");
		new SignInPage(stage.chromium()).enter("operator", "wrong");
	});

	private final String user;

	private final String heading;

	private final Consumer<Stage> way;

	Scene(String user, String heading, Consumer<Stage> way) {
		this.user = user;
		this.heading = heading;
		this.way = way;
	}

	/**
	 * Returns who looks at the page.
	 * @return the user, empty for nobody
	 */
	String user() {
		return this.user;
	}

	/**
	 * Returns the page's main heading.
	 * @return the heading
	 */
	String heading() {
		return this.heading;
	}

	void open(Stage stage) {
		this.way.accept(stage);
	}

	/**
	 * Where the pages are shown.
	 *
	 * @param chromium the browser
	 * @param knobs makes the cloud fail
	 */
	record Stage(Chromium chromium, SandboxKnobs knobs) {

		void open(String path) {
			this.chromium.open(path);
		}

		void openFirst(String text) {
			open("/certificates?q=" + text);
			new ListPage(this.chromium).openFirst();
		}

		void openConfirm() {
			open("/certificates?q=typo.example.com");
			new ListPage(this.chromium).refresh();
			new ListPage(this.chromium).deleteFirst();
		}

		void confirm() {
			this.chromium.follow(this.chromium.driver().findElement(By.cssSelector("button.btn-danger")));
		}

		void during(String action, String fault, Runnable step) {
			this.knobs.during(action, fault, step);
		}

	}

}
