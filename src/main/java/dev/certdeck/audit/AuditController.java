package dev.certdeck.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import dev.certdeck.certificate.CertificateSummary;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of the audit trail and its downloads.
 */
@Controller
class AuditController {

	private static final int ROWS_AT_A_TIME = 1000;

	private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

	private final AuditSearch search;

	private final int pageSize;

	AuditController(AuditSearch search, AuditProperties properties) {
		this.search = search;
		this.pageSize = properties.pageSize();
	}

	@GetMapping("/audit")
	String list(@RequestParam MultiValueMap<String, String> parameters, @RequestParam(defaultValue = "") String before,
			@RequestParam(defaultValue = "") String after, Model model) {
		AuditQuery query = AuditQuery.of(parameters);
		AuditPage page = Cursor.parse(after)
			.map((cursor) -> this.search.newer(query, cursor, this.pageSize))
			.orElseGet(() -> this.search.older(query, Cursor.parse(before).orElse(null), this.pageSize));
		model.addAttribute("page", AuditListPage.of(query, page));
		return "audit/list";
	}

	@GetMapping("/audit.csv")
	void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response) throws IOException {
		AuditQuery query = AuditQuery.of(parameters);
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("certdeck-audit.csv"));
		PrintWriter out = response.getWriter();
		AuditCsv.writeHeadings(out);
		Cursor cursor = null;
		do {
			AuditPage page = this.search.older(query, cursor, ROWS_AT_A_TIME);
			for (AuditEntry entry : page.entries()) {
				AuditCsv.write(entry, out);
			}
			cursor = page.older();
		}
		while (cursor != null && !out.checkError());
	}

	@GetMapping("/audit/{id:\\d{1,18}}/chain.pem")
	ResponseEntity<byte[]> chain(@PathVariable long id) {
		String chain = this.search.find(id)
			.map(AuditEntry::certificate)
			.map(AuditController::chain)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return ResponseEntity.ok()
			.contentType(PEM)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment("audit-" + id + ".pem"))
			.body(chain.getBytes(StandardCharsets.US_ASCII));
	}

	private static @Nullable String chain(CertificateSummary certificate) {
		return certificate.chain();
	}

	private static String attachment(String name) {
		return ContentDisposition.attachment().filename(name).build().toString();
	}

}
