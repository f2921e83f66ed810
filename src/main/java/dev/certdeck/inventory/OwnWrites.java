package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import dev.certdeck.certificate.CertificateId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Remembers in people's sessions what they changed, so that a replica that does not know
 * of it yet looks before it shows them a page.
 */
public class OwnWrites implements HandlerInterceptor {

	private static final String ATTRIBUTE = OwnWrites.class.getName();

	private static final Duration REMEMBERED = Duration.ofMinutes(15);

	private final Inventory inventory;

	private final Clock clock;

	/**
	 * Creates the memory.
	 * @param inventory what this replica knows
	 * @param clock the clock
	 */
	OwnWrites(Inventory inventory, Clock clock) {
		this.inventory = inventory;
		this.clock = clock;
	}

	/**
	 * Remembers that a person has just changed a certificate through this replica.
	 * @param session the person's session
	 * @param id the certificate's id
	 */
	public void remember(HttpSession session, CertificateId id) {
		Instant now = this.clock.instant();
		HashMap<String, Instant> writes = new HashMap<>(of(session));
		writes.values().removeIf((at) -> at.isBefore(now.minus(REMEMBERED)));
		writes.put(id.value(), now);
		session.setAttribute(ATTRIBUTE, writes);
		this.inventory.know(id, now);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		HttpSession session = request.getSession(false);
		if (session != null && HttpMethod.GET.matches(request.getMethod())) {
			of(session).forEach((id, at) -> this.inventory.catchUp(new CertificateId(id), at));
		}
		return true;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Instant> of(HttpSession session) {
		Object writes = session.getAttribute(ATTRIBUTE);
		return (writes instanceof Map<?, ?>) ? (Map<String, Instant>) writes : Map.of();
	}

}
