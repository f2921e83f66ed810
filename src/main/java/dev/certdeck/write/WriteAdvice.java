package dev.certdeck.write;

import dev.certdeck.audit.AuditUnavailableException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Shows the pages of writes that were not sent because they could not be recorded or
 * because another one was under way.
 */
@ControllerAdvice
class WriteAdvice {

	private static final Log logger = LogFactory.getLog(WriteAdvice.class);

	@ExceptionHandler
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	String unavailable(AuditUnavailableException ex) {
		logger.error("A write was not sent. %s: %s".formatted(ex.getMessage(),
				NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
		return "audit/unavailable";
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.CONFLICT)
	String busy(WriteBusyException ex) {
		return "audit/busy";
	}

}
