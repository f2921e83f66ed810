package dev.certdeck.form;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Rejects forms unread, with a page for each reason.
 */
final class Refusals {

	private static final String RETRY_SECONDS = "10";

	private Refusals() {
	}

	/**
	 * Rejects a form without a length (411) or above the limit (413).
	 * @param request the request
	 * @param response the response
	 * @param maxLength maximum size of the form, in bytes
	 * @return whether it was rejected
	 * @throws IOException if the response can't be sent
	 */
	static boolean byLength(HttpServletRequest request, HttpServletResponse response, long maxLength)
			throws IOException {
		long length = request.getContentLengthLong();
		if (length >= 0 && length <= maxLength) {
			return false;
		}
		response.sendError(((length < 0) ? HttpStatus.LENGTH_REQUIRED : HttpStatus.CONTENT_TOO_LARGE).value());
		return true;
	}

	static void busy(HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
