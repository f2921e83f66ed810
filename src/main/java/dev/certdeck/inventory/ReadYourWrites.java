package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

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
 * Remembers in the session which certificates a person changed or checked, so that a
 * replica that does not know of it yet reads them before it shows a page.
 */
public class ReadYourWrites implements HandlerInterceptor {

	private static final Log logger = LogFactory.getLog(ReadYourWrites.class);

	private static final String ATTRIBUTE = ReadYourWrites.class.getName();

	private static final Duration REMEMBERED = Duration.ofMinutes(15);

	private final Inventory inventory;

	private final UsageChecks checks;

	private final Executor executor;

	private final Duration timeout;

	private final Clock clock;

	/**
	 * Creates the interceptor.
	 * @param inventory the inventory of this replica
	 * @param checks check the usage
	 * @param executor runs the reads
	 * @param timeout how long a page waits for that
	 * @param clock the clock
	 */
	ReadYourWrites(Inventory inventory, UsageChecks checks, Executor executor, Duration timeout, Clock clock) {
		this.inventory = inventory;
		this.checks = checks;
		this.executor = executor;
		this.timeout = timeout;
		this.clock = clock;
	}

	/**
	 * Remembers that a person has just changed or checked a certificate through this
	 * replica.
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
			Map<CertificateId, Instant> behind = new HashMap<>();
			of(session).forEach((id, at) -> behind.put(new CertificateId(id), at));
			behind.entrySet().removeIf((write) -> !this.inventory.isBehind(write.getKey(), write.getValue()));
			catchUp(behind);
		}
		return true;
	}

	/**
	 * Reads certificates that were changed elsewhere, and waits for that at most as long
	 * as a page may.
	 * @param behind when each was changed, by the clock of another replica
	 */
	private void catchUp(Map<CertificateId, Instant> behind) {
		behind.forEach(this.inventory::know);
		CompletableFuture
			.allOf(behind.keySet()
				.stream()
				.map((id) -> CompletableFuture.runAsync(() -> read(id), this.executor))
				.toArray(CompletableFuture[]::new))
			.completeOnTimeout(null, this.timeout.toMillis(), TimeUnit.MILLISECONDS)
			.join();
	}

	/**
	 * Reads a certificate. If that fails, the next refresh shows it.
	 * @param id the certificate's id
	 */
	private void read(CertificateId id) {
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
