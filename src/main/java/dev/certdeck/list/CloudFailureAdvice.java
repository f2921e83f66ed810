package dev.certdeck.list;

import dev.certdeck.certificate.CloudException;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Shows a failed call to the cloud as a page that says what failed and what to do.
 */
@ControllerAdvice
class CloudFailureAdvice {

	@ExceptionHandler
	@ResponseStatus(HttpStatus.BAD_GATEWAY)
	String cloudFailed(CloudException ex, Model model) {
		model.addAttribute("failure", ex);
		return "list/cloud-failed";
	}

}
