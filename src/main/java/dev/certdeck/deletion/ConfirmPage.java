package dev.certdeck.deletion;

import java.util.Set;

import dev.certdeck.certificate.ResourceType;
import dev.certdeck.inventory.UsageCheck;
import dev.certdeck.list.CertificateView;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows that asks whether a certificate is to be deleted.
 *
 * @param view the certificate
 * @param check the look at what uses it that is under way, absent if there is none
 * @param shallowKinds the kinds of resources that are looked at less closely than they
 * could be
 */
record ConfirmPage(CertificateView view, @Nullable UsageCheck check, Set<ResourceType> shallowKinds) {

}
