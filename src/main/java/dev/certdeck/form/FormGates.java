package dev.certdeck.form;

import java.util.function.Predicate;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes the filters that open the bodies of forms.
 */
public class FormGates {

	private final FormProperties properties;

	private final long longest;

	/**
	 * Creates the gates.
	 * @param properties the limits
	 * @param longest most bytes of a form with files
	 */
	FormGates(FormProperties properties, long longest) {
		this.properties = properties;
		this.longest = longest;
	}

	/**
	 * Makes the filter for small forms, which belongs before the check of their tokens.
	 * @param permitted tells whether the sender may use the address
	 * @return the filter
	 */
	public Filter fields(Predicate<HttpServletRequest> permitted) {
		return new FieldGate(permitted, this.properties.reading());
	}

	/**
	 * Makes the filter for forms with files, which belongs behind all checks.
	 * @return the filter
	 */
	public Filter files() {
		return new FileGate(this.longest, this.properties.uploads(), this.properties.waiting(),
				this.properties.patience());
	}

	/**
	 * Tells whether a request is sent to where a form may bring files, so that its token
	 * stands in the address.
	 * @param request the request
	 * @return whether it is
	 */
	public boolean takesFiles(HttpServletRequest request) {
		return FormRoutes.takesFiles(request);
	}

}
