package dev.certdeck.web;

import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the page of a request that makes no sense for a form or a query that can't be
 * taken apart.
 */
@ControllerAdvice
class BrokenFormAdvice {

	@ExceptionHandler({ MultipartException.class, InvalidParameterException.class })
	ModelAndView brokenForm(Exception ex) {
		HttpStatus status = SlowBody.isBehind(ex) ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST;
		return new ModelAndView("error/" + status.value(), status);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
	String tooLarge(MaxUploadSizeExceededException ex) {
		return "error/413";
	}

}
