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
	 * @param discovery fetches the metadata
	 * @param background runs fetches for which no request waits
	 * @param clock the clock
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
	 * Returns the metadata. Old metadata is fetched again, but is used as it is if the
	 * provider does not answer.
	 * @return the metadata
	 * @throws ProviderException if there is none, and the provider does not answer or its
	 * answer is invalid
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
	 * Returns the addresses to which browsers are redirected, as far as they are known,
	 * without waiting for the provider.
	 * @return the addresses, always including the issuer
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
	 * Fetches the metadata.
	 * @return the metadata
	 * @throws ProviderException if the provider does not answer or its answer is invalid
	 */
	ProviderMetadata ask() {
		ProviderMetadata fresh = this.discovery.fetch(this.clock.instant());
		this.known = fresh;
		return fresh;
	}

	/**
	 * Applies a function to the metadata. If it fails, the metadata is fetched again, at
	 * most every ten seconds, and the function is retried if the metadata has changed.
	 * @param <T> the type of the result
	 * @param use the function
	 * @return the result
	 */
	<T> T use(Function<ProviderMetadata, T> use) {
		ProviderMetadata metadata = metadata();
		return use(metadata, use, () -> askAfter(metadata), this.signIns);
	}

	/**
	 * Applies a function to the metadata for a request that anybody may send. The
	 * metadata is fetched at most once a minute, and not while another thread fetches it,
	 * so that a flood of such requests neither burdens the provider nor delays a sign-in.
	 * @param <T> the type of the result
	 * @param use the function
	 * @return the result
	 * @throws ProviderException if there is no metadata
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
				logger.debug("The identity provider's metadata is not updated: " + ex.getMessage());
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
			logger.debug("The identity provider's metadata is not updated: " + ex.getMessage());
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
