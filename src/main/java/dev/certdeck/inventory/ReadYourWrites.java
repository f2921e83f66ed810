package dev.certdeck.inventory;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Remembers in the session which version of the inventory contains what a person changed
 * or checked, so that a replica that does not know of it yet takes it over before it
 * shows a page. Every page is a look at the inventory.
 */
public class ReadYourWrites implements HandlerInterceptor {

	private static final String ATTRIBUTE = ReadYourWrites.class.getName();

	private final Inventory inventory;

	private final Clock clock;

	/**
	 * Creates the interceptor.
	 * @param inventory the inventory of this replica
	 * @param clock the clock
	 */
	ReadYourWrites(Inventory inventory, Clock clock) {
		this.inventory = inventory;
		this.clock = clock;
	}

	/**
	 * Remembers that a person has just changed or checked a certificate through this
	 * replica.
	 * @param session the person's session
	 */
	public void remember(HttpSession session) {
		session.setAttribute(ATTRIBUTE, this.inventory.shared().save());
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (HttpMethod.GET.matches(request.getMethod())) {
			this.inventory.shared().look(this.clock.instant());
			HttpSession session = request.getSession(false);
			if (session != null && session.getAttribute(ATTRIBUTE) instanceof Long version) {
				this.inventory.shared().follow(version);
			}
		}
		return true;
	}

}
