package dev.certdeck.list;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.certdeck.audit.AuditTrail;
import dev.certdeck.audit.AuditView;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.inventory.Entry;
import dev.certdeck.inventory.Inventory;
import dev.certdeck.inventory.Snapshot;
import dev.certdeck.inventory.UsageChecks;
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

	private final AuditTrail trail;

	CertificateController(Inventory inventory, CertificateStore store, UsageChecks checks, CertificateViews views,
			AuditTrail trail) {
		this.inventory = inventory;
		this.store = store;
		this.checks = checks;
		this.views = views;
		this.trail = trail;
	}

	@GetMapping("/certificates/{id}")
	@WaitsForCloud(atATime = 16, optional = true)
	String show(@PathVariable CertificateId id, ListPath back, Model model,
			@RequestAttribute(name = CloudWaits.FULL, required = false) @Nullable Boolean full) {
		CertificatePage page = (full != null && full)
				? page(this.checks.known(id).orElseThrow(CloudBusyException::new), null, null, true) : read(id);
		model.addAttribute("page", page);
		model.addAttribute("goesOn", page.check() != null);
		return "list/detail";
	}

	/**
	 * Reads a certificate from the cloud. If that fails, the page of one that is known
	 * tells so.
	 * @param id the certificate's id
	 * @return its page
	 */
	private CertificatePage read(CertificateId id) {
		boolean known = this.inventory.find(id).isPresent();
		CertificateWithChain held = null;
		CloudException failure = null;
		try {
			held = this.store.read(id).orElse(null);
			if (held == null) {
				this.inventory.forget(id);
				throw new CertificateNotFoundException(id);
			}
		}
		catch (CloudException ex) {
			if (!known) {
				throw ex;
			}
			failure = ex;
		}
		return page(this.checks.open(id).orElseThrow(() -> new CertificateNotFoundException(id)), held, failure, false);
	}

	private CertificatePage page(UsageChecks.Opened opened, @Nullable CertificateWithChain held,
			@Nullable CloudException failure, boolean busy) {
		Entry entry = (held != null) ? new Entry(held.certificate(), opened.entry().usage()) : opened.entry();
		CertificateChain chain = (held != null && held.chain() != null) ? CertificateChain.read(held.chain())
				: NO_CHAIN;
		CertificatePage.Gaps gaps = new CertificatePage.Gaps(this.inventory.uncheckedKinds(),
				this.checks.shallowKinds(), this.inventory.snapshot().map(Snapshot::uncoveredKinds).orElse(Set.of()));
		return new CertificatePage(busy ? this.views.of(entry) : this.views.ofRead(entry), opened.check(), chain, gaps,
				AuditView.of(this.trail.history(entry.id())), failure, busy);
	}

	@GetMapping("/certificates/{id}/chain.pem")
	@WaitsForCloud
	ResponseEntity<byte[]> chain(@PathVariable CertificateId id) {
		CertificateWithChain held = this.store.read(id).orElseThrow(() -> new CertificateNotFoundException(id));
		String chain = Optional.ofNullable(held.chain())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ContentDisposition attachment = ContentDisposition.attachment().filename(id + ".pem").build();
		return ResponseEntity.ok()
			.contentType(PEM)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.body(chain.getBytes(StandardCharsets.US_ASCII));
	}

}
