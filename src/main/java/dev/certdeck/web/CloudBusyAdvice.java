package dev.certdeck.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Shows the page of a request that may not wait for the cloud, since too many others do.
 */
@ControllerAdvice
class CloudBusyAdvice {

	private static final String SECONDS = "5";

	@ExceptionHandler
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	String busy(CloudBusyException ex, HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
		return "cloud-busy";
	}

}
