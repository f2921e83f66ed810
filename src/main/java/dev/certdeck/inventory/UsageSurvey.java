package dev.certdeck.inventory;

import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;

/**
 * The usage of many certificates.
 *
 * @param usages the usage of each certificate
 * @param uncovered the kinds that were asked for and of which no answer says anything
 */
record UsageSurvey(Map<CertificateId, Usage> usages, Set<ResourceType> uncovered) {

}
