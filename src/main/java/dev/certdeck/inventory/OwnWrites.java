package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Remembers in people's sessions what they changed or let be checked, so that a replica
 * that does not know of it yet looks before it shows them a page.
 */
public class OwnWrites implements HandlerInterceptor {

	private static final Log logger = LogFactory.getLog(OwnWrites.class);

	private static final String ATTRIBUTE = OwnWrites.class.getName();

	private static final Duration REMEMBERED = Duration.ofMinutes(15);

	private final Inventory inventory;

	private final UsageChecks checks;

	private final Clock clock;

	/**
	 * Creates the memory.
	 * @param inventory what this replica knows
	 * @param checks ask what uses a certificate
	 * @param clock the clock
	 */
	OwnWrites(Inventory inventory, UsageChecks checks, Clock clock) {
		this.inventory = inventory;
		this.checks = checks;
		this.clock = clock;
	}

	/**
	 * Remembers that a person has just changed a certificate, or let it be checked,
	 * through this replica.
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
			of(session).forEach((id, at) -> catchUp(new CertificateId(id), at));
		}
		return true;
	}

	/**
	 * Reads a certificate that was changed elsewhere, unless this is known here already.
	 * If it can't be read, the next refresh has to tell.
	 * @param id the certificate's id
	 * @param changedAt when the change was done, by the clock of another replica
	 */
	private void catchUp(CertificateId id, Instant changedAt) {
		if (!this.inventory.isBehind(id, changedAt)) {
			return;
		}
		this.inventory.know(id, changedAt);
		try {
			this.inventory.reread(id).map(Entry::id).ifPresent(this.checks::start);
		}
		catch (CloudException ex) {
			logger
				.warn("Could not read certificate %s, which was changed elsewhere: %s".formatted(id, ex.getMessage()));
		}
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Instant> of(HttpSession session) {
		Object writes = session.getAttribute(ATTRIBUTE);
		return (writes instanceof Map<?, ?>) ? (Map<String, Instant>) writes : Map.of();
	}

}
