package dev.certdeck.list;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.RefreshStatus;
import dev.certdeck.web.CloudWaits;
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

	private final ListPages pages;

	CertificateListController(Inventory inventory, ListPages pages) {
		this.inventory = inventory;
		this.pages = pages;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/certificates";
	}

	@GetMapping("/certificates")
	String list(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		CertificateQuery query = CertificateQuery.parse(parameters);
		Optional<ListPage> page = this.pages.page(query, this.inventory.uncheckedKinds());
		model.addAttribute("status", this.inventory.status());
		model.addAttribute("loading", page.isEmpty());
		model.addAttribute("back", ListPath.to(page.map((shown) -> shown.links().query()).orElse(query)));
		model.addAttribute("page", page.orElse(null));
		model.addAttribute("reload", page.isEmpty() ? RELOAD_SECONDS : null);
		return page.isEmpty() ? "list/loading" : "list/list";
	}

	@GetMapping("/certificates/progress")
	String progress(@RequestParam(defaultValue = "false") boolean loading, Model model, HttpServletResponse response) {
		RefreshStatus status = this.inventory.status();
		if (!status.isRunning() || (loading && this.pages.isReady())) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("status", status);
		model.addAttribute("loading", loading);
		return "fragments/progress :: progress";
	}

	@PostMapping("/certificates/refresh")
	@WaitsForCloud(atATime = 16, optional = true)
	String refresh(ListPath back, @RequestAttribute(name = CloudWaits.FULL, required = false) @Nullable Boolean full)
			throws InterruptedException, ExecutionException {
		boolean waits = full == null || !full;
		try {
			this.inventory.refresh().get(waits ? LONGEST_WAIT_SECONDS : 0, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			logger.debug("The refresh takes longer than a page may wait");
		}
		return "redirect:" + back.path();
	}

}
