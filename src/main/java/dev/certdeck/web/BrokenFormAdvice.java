package dev.certdeck.web;

import java.util.stream.Stream;

import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the page of a bad request for a form or a query that can't be parsed.
 */
@ControllerAdvice
class BrokenFormAdvice {

	@ExceptionHandler({ MultipartException.class, InvalidParameterException.class })
	ModelAndView brokenForm(Exception ex) {
		boolean slow = Stream.<Throwable>iterate(ex, (cause) -> cause != null, Throwable::getCause)
			.anyMatch((cause) -> cause instanceof InvalidParameterException broken
					&& broken.getErrorCode() == HttpStatus.REQUEST_TIMEOUT.value());
		return slow ? new ModelAndView("error/408", HttpStatus.REQUEST_TIMEOUT)
				: new ModelAndView("error/400", HttpStatus.BAD_REQUEST);
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
	String tooLarge(MaxUploadSizeExceededException ex) {
		return "error/413";
	}

}
