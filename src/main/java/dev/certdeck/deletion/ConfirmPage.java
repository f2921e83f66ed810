package dev.certdeck.deletion;

import java.util.Set;

import dev.certdeck.certificate.ResourceType;
import dev.certdeck.inventory.UsageCheck;
import dev.certdeck.list.CertificateView;
import org.jspecify.annotations.Nullable;

/**
 * The content of the page that asks to confirm a deletion.
 *
 * @param view the certificate
 * @param check the running check of what uses it, absent if there is none
 * @param shallowKinds the types of resources that are checked less closely than they
 * could be
 */
record ConfirmPage(CertificateView view, @Nullable UsageCheck check, Set<ResourceType> shallowKinds) {

}
