package dev.certdeck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import dev.certdeck.FaultMatrixTests.Api;
import dev.certdeck.FaultMatrixTests.Operation;
import dev.certdeck.inventory.Inventory;
import org.htmlunit.html.HtmlPage;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A dashboard on one of the APIs in which calls go wrong while an operator does
 * something.
 */
final class FaultScene implements AutoCloseable {

	private static final int MOST_LOOKS = 600;

	private final Api api;

	private final ConfigurableApplicationContext context;

	private final JdbcClient database;

	private final PlainBrowser browser;

	private final SandboxKnobs knobs;

	private FaultScene(Api api, ConfigurableApplicationContext context) {
		this.api = api;
		this.context = context;
		this.database = context.getBean(JdbcClient.class);
		this.knobs = new SandboxKnobs(context.getEnvironment().getRequiredProperty("certdeck.sandbox.url"));
		this.browser = new PlainBrowser(((WebServerApplicationContext) context).getWebServer().getPort());
		this.browser.signIn("operator");
	}

	static FaultScene start(Api api, Path database) {
		Map<String, String> settings = Map.ofEntries(Map.entry("server.port", "0"),
				Map.entry("management.server.port", "0"), Map.entry("certdeck.database.file", database.toString()),
				Map.entry("certdeck.tencent.api", api.name()), Map.entry("certdeck.tencent.response-timeout", "1s"),
				Map.entry("certdeck.tencent.retries", "1"), Map.entry("certdeck.tencent.backoff", "10ms"),
				Map.entry("certdeck.tencent.requests-per-second", "1000"),
				Map.entry("certdeck.tencent.cdn.requests-per-minute", "60000"),
				Map.entry("certdeck.tencent.task.interval", "20ms"),
				Map.entry("certdeck.inventory.refresh-interval", "1h"),
				Map.entry("certdeck.inventory.check-wait", "20s"),
				Map.entry("certdeck.deletion.task.initial-wait", "5s"),
				Map.entry("certdeck.upload.reconcile-attempts", "1"),
				Map.entry("certdeck.upload.reconcile-interval", "10ms"),
				Map.entry("certdeck.audit.resolve-interval", "200ms"),
				Map.entry("certdeck.audit.outcome-timeout", "2s"), Map.entry("certdeck.sandbox.port", "0"),
				Map.entry("certdeck.sandbox.temper", "ideal"), Map.entry("certdeck.sandbox.certificates", "20"),
				Map.entry("certdeck.sandbox.task-duration", "0s"));
		return new FaultScene(api,
				new SpringApplicationBuilder(Application.class).profiles("sandbox")
					.run(settings.entrySet()
						.stream()
						.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
						.toArray(String[]::new)));
	}

	/**
	 * Lets an operator do something while calls go wrong.
	 * @param operation what the operator does
	 * @param fault what goes wrong
	 * @param sentences what the page should say
	 * @return what came of it, with those of the sentences that it says
	 */
	FaultResult play(Operation operation, Failing fault, List<String> sentences) {
		if (operation != Operation.UPLOAD && operation != Operation.DELETE) {
			settle();
		}
		return switch (operation) {
			case LIST -> list(fault, sentences);
			case DETAIL -> detail(fault, sentences);
			case USAGE -> usage(fault, sentences);
			case UPLOAD -> upload(fault, sentences);
			case DELETE -> delete(fault, sentences);
			case TASK -> task(fault, sentences);
		};
	}

	private FaultResult list(Failing fault, List<String> sentences) {
		String action = action("CertGetList", "DescribeCertificates");
		List<String> rows = rows(this.browser.open("/certificates"));
		List<String> kept = new ArrayList<>();
		FaultResult.Page page = during(action, fault.knob(this.api, "/data"), action, () -> {
			HtmlPage shown = refresh();
			kept.addAll(rows(shown));
			return shown;
		});
		HtmlPage again = refresh();
		boolean same = kept.equals(rows) && rows(again).equals(rows) && again.querySelector("[role=alert]") == null;
		return page.result(same ? "list kept" : "list lost", sentences);
	}

	private FaultResult detail(Failing fault, List<String> sentences) {
		String action = action("CertGetList", "DescribeCertificateDetail");
		String path = upload(TestPair.create());
		FaultResult.Page page = during(action, fault.knob(this.api, "/data"), action, () -> this.browser.open(path));
		HtmlPage again = this.browser.open(path);
		boolean shown = !again.querySelectorAll(".ladder > li").isEmpty()
				&& again.querySelector("[role=alert]") == null;
		this.browser.delete(path);
		return page.result(shown ? "shown again" : "not shown", sentences);
	}

	private FaultResult usage(Failing fault, List<String> sentences) {
		String action = action("GetCertListWithLoadBalancer", "CreateCertificateBindResourceSyncTask");
		String path = upload(TestPair.create());
		FaultResult.Page page = during(action, fault.knob(this.api, "/certSet"), action,
				() -> this.browser.post(path + "/refresh"));
		HtmlPage again = this.browser.post(path + "/refresh");
		boolean known = PlainBrowser.text(again).contains("No resource uses it.");
		this.browser.delete(path);
		return page.result(known ? "usage known again" : "usage not known", sentences);
	}

	private FaultResult upload(Failing fault, List<String> sentences) {
		String action = action("CertUpload", "UploadCertificate");
		TestPair pair = TestPair.create();
		FaultResult.Page page = during(action, fault.knob(this.api, "/data"), action,
				() -> this.browser.upload(pair, ""));
		String outcome = outcome();
		refresh();
		List<String> held = rows(this.browser.open("/certificates?q=" + pair.name()));
		held.forEach((path) -> this.browser.delete(path));
		String state = switch (held.size()) {
			case 0 -> "not held";
			case 1 -> "held once";
			default -> "held twice";
		};
		return page.result(state + ", " + outcome, sentences);
	}

	private FaultResult delete(Failing fault, List<String> sentences) {
		String action = action("CertDelete", "DeleteCertificate");
		TestPair pair = TestPair.create();
		String path = upload(pair);
		FaultResult.Page page = during(action, fault.knob(this.api, "/data"), action, () -> this.browser.delete(path));
		return page.result(afterDeletion(pair, path), sentences);
	}

	private FaultResult task(Failing fault, List<String> sentences) {
		TestPair pair = TestPair.create();
		String path = upload(pair);
		if (this.api == Api.V3) {
			FaultResult.Page page = during("DescribeDeleteCertificatesTaskResult", fault.knob(this.api, ""),
					"DeleteCertificate", () -> follow(this.browser.delete(path), sentences));
			return page.result(afterDeletion(pair, path), sentences);
		}
		HtmlPage confirm = this.browser.open(path + "/delete");
		this.knobs.set("CertDelete", "kind=cut&after=true");
		// The click reads the certificate once before it is sent.
		FaultResult.Page page = during("CertGetList", fault.knob(this.api, "/data") + "&skip=1", "CertDelete",
				() -> PlainBrowser.press(confirm, "Delete this certificate"));
		return page.result(afterDeletion(pair, path), sentences);
	}

	/**
	 * Looks at a page that goes on by itself until it says what it should.
	 * @param first the page
	 * @param sentences what it should say
	 * @return the page, as it is then or at last
	 */
	private HtmlPage follow(HtmlPage first, List<String> sentences) {
		HtmlPage page = first;
		for (int looks = 0; looks < MOST_LOOKS / 10
				&& !sentences.stream().allMatch(PlainBrowser.text(page)::contains); looks++) {
			PlainBrowser.pause();
			page = this.browser.open(page.getUrl().toString());
		}
		return page;
	}

	private String afterDeletion(TestPair pair, String path) {
		String outcome = outcome();
		refresh();
		boolean held = !rows(this.browser.open("/certificates?q=" + pair.name())).isEmpty();
		if (held) {
			this.browser.delete(path);
		}
		return (held ? "held, " : "gone, ") + outcome;
	}

	private FaultResult.Page during(String action, String knob, String counted, Supplier<HtmlPage> step) {
		int before = this.knobs.calls(counted);
		this.knobs.set(action, knob);
		try {
			HtmlPage page = step.get();
			return new FaultResult.Page(page.getWebResponse().getStatusCode(), PlainBrowser.text(page),
					this.knobs.calls(counted) - before);
		}
		finally {
			this.knobs.clearFaults();
		}
	}

	/**
	 * Waits for the outcome of the last write.
	 * @return the outcome that the audit trail has
	 */
	private String outcome() {
		for (int looks = 0; looks < MOST_LOOKS; looks++) {
			String outcome = this.database
				.sql("select outcome from audit_event where kind in ('UPLOAD', 'DELETION') order by id desc limit 1")
				.query(String.class)
				.single();
			if (!outcome.equals("OPEN")) {
				return outcome;
			}
			PlainBrowser.pause();
		}
		return "OPEN";
	}

	private String upload(TestPair pair) {
		String path = this.browser.upload(pair, "").getUrl().getPath();
		settle();
		return path;
	}

	/**
	 * Waits for the end of every refresh in the background, which would meet the fault
	 * and be counted.
	 */
	private void settle() {
		try {
			this.context.getBean(Inventory.class).refresh().get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HtmlPage refresh() {
		return this.browser.post("/certificates/refresh");
	}

	private String action(String v2, String v3) {
		return (this.api == Api.V2) ? v2 : v3;
	}

	private static List<String> rows(HtmlPage list) {
		return list.querySelectorAll(".certs .name > a")
			.stream()
			.map((link) -> link.getAttributes().getNamedItem("href").getNodeValue().replaceAll("\\?.*", ""))
			.toList();
	}

	@Override
	public void close() {
		this.browser.close();
		this.context.close();
	}

}
