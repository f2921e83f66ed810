package dev.certdeck.security;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * The identity provider. Its metadata is fetched when it is first needed, not when
 * Certdeck starts, and again when it is old or does not fit a response.
 */
class Provider implements ClientRegistrationRepository {

	/**
	 * The name of the one registration, which is part of the addresses of the sign-in.
	 */
	static final String REGISTRATION = "sso";

	private static final Log logger = LogFactory.getLog(Provider.class);

	private static final Duration MAX_AGE = Duration.ofMinutes(5);

	private static final Duration SIGN_IN_PAUSE = Duration.ofSeconds(10);

	private static final Duration SIGN_OUT_PAUSE = Duration.ofMinutes(1);

	private final Discovery discovery;

	private final Executor background;

	private final Clock clock;

	private final ReentrantLock asking = new ReentrantLock();

	private volatile @Nullable ProviderMetadata known;

	private final Pause signIns = new Pause(SIGN_IN_PAUSE);

	private final Pause signOuts = new Pause(SIGN_OUT_PAUSE);

	/**
	 * Creates the provider without asking it.
	 * @param discovery asks it
	 * @param background asks it while nobody waits
	 * @param clock tells the time
	 */
	Provider(Discovery discovery, Executor background, Clock clock) {
		this.discovery = discovery;
		this.background = background;
		this.clock = clock;
	}

	@Override
	public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
		return registrationId.equals(REGISTRATION) ? metadata().registration() : null;
	}

	/**
	 * Returns what the provider tells about itself. What is old is asked anew, but is
	 * better than nothing if there is no answer.
	 * @return what is known
	 * @throws ProviderException if nothing is and the provider gives no answer that makes
	 * sense
	 */
	ProviderMetadata metadata() {
		ProviderMetadata metadata = this.known;
		if (metadata == null) {
			this.signIns.end();
			return ask();
		}
		if (isOld(metadata)) {
			refresh();
		}
		ProviderMetadata fresh = this.known;
		return (fresh != null) ? fresh : metadata;
	}

	/**
	 * Returns its addresses to which browsers are led, as far as they are known, without
	 * waiting for it.
	 * @return the addresses, the issuer's always among them
	 */
	List<URI> addresses() {
		ProviderMetadata metadata = this.known;
		if ((metadata == null || isOld(metadata)) && !isQuiet() && !this.asking.isLocked()) {
			this.background.execute(this::refresh);
		}
		Stream<URI> announced = (metadata != null) ? metadata.addresses().stream() : Stream.empty();
		return Stream.concat(Stream.of(this.discovery.issuer()), announced).toList();
	}

	/**
	 * Asks the provider about itself.
	 * @return the answer
	 * @throws ProviderException if it gives none that makes sense
	 */
	ProviderMetadata ask() {
		ProviderMetadata fresh = this.discovery.ask(this.clock.instant());
		this.known = fresh;
		return fresh;
	}

	/**
	 * Does something by what is known of the provider. If that fails, it is asked anew,
	 * and what it tells now is tried if it differs. Failures that this does not mend make
	 * it ask no more often than every ten seconds.
	 * @param <T> what comes of it
	 * @param use what to do
	 * @return what came of it
	 */
	<T> T use(Function<ProviderMetadata, T> use) {
		ProviderMetadata metadata = metadata();
		return use(metadata, use, () -> askAfter(metadata), this.signIns);
	}

	/**
	 * Does something that anybody may send to Certdeck, by what is known of the provider.
	 * It lets the provider be asked no more often than once a minute, whether that is
	 * known and whether it fits, and does not wait while somebody else asks. So a flood
	 * of it neither costs the provider much nor keeps a sign-in from asking.
	 * @param <T> what comes of it
	 * @param use what to do
	 * @return what came of it
	 * @throws ProviderException if nothing is known of the provider
	 */
	<T> T useForSignOut(Function<ProviderMetadata, T> use) {
		ProviderMetadata metadata = this.known;
		if (metadata == null || isOld(metadata)) {
			metadata = askForSignOut();
		}
		if (metadata == null) {
			throw new ProviderException("the identity provider told nothing about itself a moment ago", null);
		}
		return use(metadata, use, this::askForSignOut, this.signOuts);
	}

	private static <T> T use(ProviderMetadata metadata, Function<ProviderMetadata, T> use,
			Supplier<@Nullable ProviderMetadata> askAgain, Pause pause) {
		try {
			return use.apply(metadata);
		}
		catch (RuntimeException misfit) {
			ProviderMetadata fresh = askAgain.get();
			if (fresh == null || fresh.saysTheSameAs(metadata)) {
				throw misfit;
			}
			T result = use.apply(fresh);
			pause.end();
			return result;
		}
	}

	private @Nullable ProviderMetadata askForSignOut() {
		if (this.signOuts.beginAnew(this.clock.instant()) && this.asking.tryLock()) {
			try {
				return ask();
			}
			catch (ProviderException ex) {
				logger.debug("The identity provider is taken for what it was: " + ex.getMessage());
			}
			finally {
				this.asking.unlock();
			}
		}
		return this.known;
	}

	private @Nullable ProviderMetadata askAfter(ProviderMetadata misfit) {
		this.asking.lock();
		try {
			if (this.known == misfit && !isQuiet()) {
				askQuietly();
				this.signIns.begin(this.clock.instant());
			}
			return this.known;
		}
		finally {
			this.asking.unlock();
		}
	}

	private void refresh() {
		this.asking.lock();
		try {
			ProviderMetadata metadata = this.known;
			if ((metadata == null || isOld(metadata)) && !isQuiet()) {
				askQuietly();
			}
		}
		finally {
			this.asking.unlock();
		}
	}

	private void askQuietly() {
		try {
			ask();
		}
		catch (ProviderException ex) {
			this.signIns.begin(this.clock.instant());
			logger.debug("The identity provider is taken for what it was: " + ex.getMessage());
		}
	}

	private boolean isOld(ProviderMetadata metadata) {
		Instant now = this.clock.instant();
		return now.isBefore(metadata.since()) || !now.isBefore(metadata.since().plus(MAX_AGE));
	}

	private boolean isQuiet() {
		return this.signIns.lasts(this.clock.instant());
	}

}
