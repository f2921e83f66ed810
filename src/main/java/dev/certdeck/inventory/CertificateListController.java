package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.Plan;
import dev.certdeck.web.CloudWaits;
import dev.certdeck.web.Paging;
import dev.certdeck.web.WaitsForCloud;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of certificates and its refresh.
 */
@Controller
class CertificateListController {

	private static final Log logger = LogFactory.getLog(CertificateListController.class);

	private static final long LONGEST_WAIT_SECONDS = 3;

	private static final int RELOAD_SECONDS = 3;

	private final Inventory inventory;

	private final CertificateViews views;

	private final RefusalTexts texts;

	private final CloudTexts cloudTexts;

	private final DeletionPolicy policy;

	private final TileCounter tiles;

	private final int expiringDays;

	private final Clock clock;

	CertificateListController(Inventory inventory, CertificateViews views, RefusalTexts texts, CloudTexts cloudTexts,
			DeletionPolicy policy, InventoryProperties properties, Clock clock) {
		this.inventory = inventory;
		this.views = views;
		this.texts = texts;
		this.cloudTexts = cloudTexts;
		this.policy = policy;
		this.tiles = new TileCounter(properties.expiringDays(), policy);
		this.expiringDays = properties.expiringDays();
		this.clock = clock;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/certificates";
	}

	@GetMapping("/certificates")
	String list(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		CertificateQuery query = CertificateQuery.parse(parameters);
		model.addAttribute("query", query);
		model.addAttribute("status", this.inventory.status());
		model.addAttribute("failureWords",
				Optional.ofNullable(this.inventory.status().cause()).map(this.cloudTexts::words).orElse(""));
		model.addAttribute("expiringDays", this.expiringDays);
		model.addAttribute("loading", this.inventory.snapshot().isEmpty());
		return this.inventory.snapshot()
			.map((snapshot) -> list(query, snapshot, model))
			.orElseGet(() -> loading(query, model));
	}

	private String loading(CertificateQuery query, Model model) {
		model.addAttribute("back", ListPath.to(query).query());
		model.addAttribute("reload", RELOAD_SECONDS);
		return "inventory/loading";
	}

	private String list(CertificateQuery query, Snapshot snapshot, Model model) {
		Instant now = this.clock.instant();
		CertificateList list = query.apply(snapshot, this.policy, now);
		CertificateQuery shown = query.withPage(list.page());
		ListPage page = new ListPage(shown, this.expiringDays);
		Tiles tiles = this.tiles.count(snapshot, now);
		model.addAttribute("rows", list.entries().stream().map((entry) -> this.views.of(entry, now)).toList());
		model.addAttribute("total", list.total());
		model.addAttribute("from", (list.page() - 1) * query.size() + 1);
		model.addAttribute("paging", Paging.of(list.page(), list.pages(), (number) -> query.withPage(number).path()));
		model.addAttribute("headings", page.headings());
		model.addAttribute("tiles", page.tiles(tiles, snapshot.isUsageAsked()));
		model.addAttribute("sizes", page.sizes());
		model.addAttribute("expiryChoices", page.expiryChoices());
		model.addAttribute("plans", Plan.values());
		model.addAttribute("types", CertificateType.values());
		model.addAttribute("statuses", page.statuses(snapshot.statuses(), this.texts));
		model.addAttribute("sources", snapshot.sources());
		model.addAttribute("snapshot", snapshot);
		model.addAttribute("now", now);
		model.addAttribute("back", ListPath.to(shown).query());
		model.addAttribute("texts", this.texts);
		model.addAttribute("uncheckedKinds", this.inventory.uncheckedKinds());
		return "inventory/list";
	}

	@GetMapping("/certificates/progress")
	String progress(@RequestParam(defaultValue = "false") boolean loading, Model model, HttpServletResponse response) {
		RefreshStatus status = this.inventory.status();
		if (!status.isRunning() || (loading && this.inventory.snapshot().isPresent())) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("status", status);
		model.addAttribute("loading", loading);
		return "fragments/progress :: progress";
	}

	@PostMapping("/certificates/refresh")
	@WaitsForCloud(atATime = 16, optional = true)
	String refresh(@RequestParam(required = false) @Nullable String back,
			@RequestAttribute(name = CloudWaits.FULL, required = false) @Nullable Boolean full)
			throws InterruptedException, ExecutionException {
		boolean waits = full == null || !full;
		try {
			this.inventory.refresh().get(waits ? LONGEST_WAIT_SECONDS : 0, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			logger.debug("The refresh takes longer than a page may wait");
		}
		return "redirect:" + ListPath.parse(back).path();
	}

}
