package dev.certdeck.inventory;

import dev.certdeck.certificate.CloudError;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Message;
import org.jspecify.annotations.Nullable;

/**
 * Why a refresh failed, as a replica tells it to the others.
 *
 * @param kind the kind of failure
 * @param words the words for a page
 * @param call the call that failed, absent if no call did
 * @param error its error, absent if no call failed
 */
public record RefreshFailure(String kind, String words, CloudException.@Nullable Call call,
		@Nullable CloudError error) {

	/**
	 * Describes a failure.
	 * @param failure the failure
	 * @return what others may know of it
	 */
	static RefreshFailure of(RuntimeException failure) {
		return (failure instanceof CloudException cloud)
				? new RefreshFailure(Message.key(cloud.failure()), RefreshStatus.words(cloud), cloud.call(),
						cloud.error())
				: new RefreshFailure(failure.getClass().getSimpleName(), RefreshStatus.words(failure), null, null);
	}

	/**
	 * Returns the failure of the call.
	 * @return the failure, absent if no call failed
	 */
	public @Nullable CloudException cause() {
		return (this.call != null && this.error != null) ? new CloudException(this.call, this.error, false, null)
				: null;
	}

}
