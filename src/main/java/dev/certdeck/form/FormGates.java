package dev.certdeck.form;

import java.util.function.Predicate;

import dev.certdeck.web.Bulkhead;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Creates the filters that open the bodies of forms.
 */
public class FormGates {

	private final FormProperties properties;

	private final long maxLength;

	FormGates(FormProperties properties, long maxLength) {
		this.properties = properties;
		this.maxLength = maxLength;
	}

	/**
	 * Creates the filter for small forms, to be placed before the CSRF filter.
	 * @param permitted tells whether the sender may use the address
	 * @return the filter
	 */
	public Filter fields(Predicate<HttpServletRequest> permitted) {
		return new FieldGate(permitted, this.properties.reading());
	}

	/**
	 * Creates the filter for forms with files, to be placed after all checks.
	 * @return the filter
	 */
	public Filter files() {
		return new FileGate(this.maxLength,
				new Bulkhead(this.properties.uploads(), this.properties.waiting(), this.properties.waitTimeout()));
	}

	/**
	 * Tells whether the address accepts forms with files, whose token is part of the
	 * address.
	 * @param request the request
	 * @return whether it does
	 */
	public boolean takesFiles(HttpServletRequest request) {
		return FormRoutes.takesFiles(request);
	}

}
