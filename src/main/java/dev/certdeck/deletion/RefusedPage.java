package dev.certdeck.deletion;

import java.util.List;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CloudException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The content of the page of a deletion that was refused or failed.
 *
 * @param id the certificate's id
 * @param name the certificate's display name
 * @param failure how the cloud failed, the last part of a message's key; absent if it was
 * not asked
 * @param meaning what the cloud's answer means
 * @param reasons the reasons against the deletion, messages or texts
 * @param detail what the cloud said, absent if it was not asked
 */
record RefusedPage(CertificateId id, String name, @Nullable String failure, Reason meaning, List<?> reasons,
		@Nullable String detail) {

}
