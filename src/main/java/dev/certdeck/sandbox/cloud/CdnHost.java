package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.Nullable;

/**
 * A host of the content delivery network.
 *
 * @param id the number of the host
 * @param host the host name
 * @param status the deployment status (CDN API 2.0, DescribeCdnHosts)
 * @param certificateId the certificate it uses, or {@code null} without HTTPS
 */
public record CdnHost(long id, String host, int status, @Nullable String certificateId) {

}
