package dev.certdeck.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Writes a page about a failure where the usual error pages can't be reached.
 */
class ErrorPage {

	private final ITemplateEngine templates;

	private final LocaleResolver locales;

	ErrorPage(ITemplateEngine templates, LocaleResolver locales) {
		this.templates = templates;
		this.locales = locales;
	}

	/**
	 * Writes the page in place of what was written before.
	 * @param template its template
	 * @param status its status
	 * @param request the request that failed
	 * @param response the answer
	 * @throws IOException if the answer can't be sent
	 */
	void write(String template, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.resetBuffer();
		response.setStatus(status.value());
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		JakartaServletWebApplication application = JakartaServletWebApplication
			.buildApplication(request.getServletContext());
		this.templates.process(template,
				new WebContext(application.buildExchange(request, response), this.locales.resolveLocale(request)),
				response.getWriter());
	}

}
