package dev.certdeck.inventory;

import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.Usage;

/**
 * What came of asking which resources use many certificates.
 *
 * @param usages the usage of each certificate
 * @param uncovered the kinds that are asked for and of which no answer says anything
 */
record UsageSurvey(Map<CertificateId, Usage> usages, Set<ResourceType> uncovered) {

}
