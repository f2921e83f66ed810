package dev.certdeck.inventory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.AuditViews;
import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingKind;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.pki.CertificateChain;
import dev.certdeck.web.CloudBusyException;
import dev.certdeck.web.CloudWaits;
import dev.certdeck.web.WaitsForCloud;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of one certificate and the download of its chain.
 */
@Controller
class CertificateController {

	private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

	private static final CertificateChain NO_CHAIN = new CertificateChain(List.of(), 0);

	private final Inventory inventory;

	private final CertificateStore store;

	private final UsageChecks checks;

	private final CertificateViews views;

	private final RefusalTexts texts;

	private final CloudTexts cloudTexts;

	private final AuditTrail trail;

	private final AuditViews auditViews;

	private final Clock clock;

	CertificateController(Inventory inventory, CertificateStore store, UsageChecks checks, CertificateViews views,
			RefusalTexts texts, CloudTexts cloudTexts, AuditTrail trail, AuditViews auditViews, Clock clock) {
		this.inventory = inventory;
		this.store = store;
		this.checks = checks;
		this.views = views;
		this.texts = texts;
		this.cloudTexts = cloudTexts;
		this.trail = trail;
		this.auditViews = auditViews;
		this.clock = clock;
	}

	@GetMapping("/certificates/{id}")
	@WaitsForCloud(atATime = 16, optional = true)
	String show(@PathVariable String id, @RequestParam(required = false) @Nullable String back, Model model,
			@RequestAttribute(name = CloudWaits.FULL, required = false) @Nullable Boolean full) {
		CertificateId certificateId = CertificateNotFoundException.idOf(id);
		boolean busy = full != null && full;
		model.addAttribute("busy", busy);
		model.addAttribute("back", ListPath.parse(back).query());
		if (busy) {
			return show(Optional.empty(), this.checks.known(certificateId).orElseThrow(CloudBusyException::new), model);
		}
		Optional<CertificateWithChain> held = read(certificateId, model);
		return show(held, this.checks.open(certificateId).orElseThrow(() -> new CertificateNotFoundException(id)),
				model);
	}

	/**
	 * Reads a certificate from the cloud. If that fails, the page tells so.
	 * @param id the certificate's id
	 * @param model takes the failure
	 * @return the certificate, absent if it is known and can't be read
	 */
	private Optional<CertificateWithChain> read(CertificateId id, Model model) {
		boolean known = this.inventory.find(id).isPresent();
		try {
			Optional<CertificateWithChain> held = this.store.read(id);
			if (held.isEmpty()) {
				this.inventory.forget(id);
				throw new CertificateNotFoundException(id.value());
			}
			return held;
		}
		catch (CloudException ex) {
			if (!known) {
				throw ex;
			}
			model.addAttribute("failure", ex.getMessage());
			model.addAttribute("failureWords", this.cloudTexts.words(ex));
			return Optional.empty();
		}
	}

	private String show(Optional<CertificateWithChain> held, UsageChecks.Opened opened, Model model) {
		Entry entry = new Entry(held.map(CertificateWithChain::certificate).orElse(opened.entry().certificate()),
				opened.entry().usage());
		model.addAttribute("check", opened.check());
		model.addAttribute("goesOn", opened.check() != null);
		model.addAttribute("view", this.views.of(entry, this.clock.instant()));
		model.addAttribute("chain", held.map(CertificateWithChain::chain).map(CertificateChain::read).orElse(NO_CHAIN));
		model.addAttribute("bindings", byKind(entry.usage().bindings()));
		model.addAttribute("usageFailures", UsageFailure.of(List.of(entry)));
		model.addAttribute("texts", this.texts);
		model.addAttribute("uncheckedKinds", this.inventory.uncheckedKinds());
		model.addAttribute("shallowKinds", this.inventory.shallowKinds());
		model.addAttribute("uncoveredKinds", this.inventory.snapshot().map(Snapshot::uncoveredKinds).orElse(Set.of()));
		model.addAttribute("history", this.auditViews.of(this.trail.history(entry.id())));
		return "inventory/detail";
	}

	@GetMapping("/certificates/{id}/chain.pem")
	@WaitsForCloud
	ResponseEntity<byte[]> chain(@PathVariable String id) {
		CertificateWithChain held = this.store.read(CertificateNotFoundException.idOf(id))
			.orElseThrow(() -> new CertificateNotFoundException(id));
		String chain = Optional.ofNullable(held.chain())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ContentDisposition attachment = ContentDisposition.attachment().filename(id + ".pem").build();
		return ResponseEntity.ok()
			.contentType(PEM)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.body(chain.getBytes(StandardCharsets.US_ASCII));
	}

	private static Map<BindingKind, List<Binding>> byKind(List<Binding> bindings) {
		return bindings.stream().collect(Collectors.groupingBy(Binding::kind, TreeMap::new, Collectors.toList()));
	}

}
