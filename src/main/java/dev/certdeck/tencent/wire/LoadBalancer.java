package dev.certdeck.tencent.wire;

import dev.certdeck.certificate.ResourceType;

/**
 * A load balancer, of either kind.
 *
 * @param kind the kind
 * @param id its id
 * @param name its name, may be empty
 * @param region the region it is in
 */
public record LoadBalancer(ResourceType kind, String id, String name, String region) {

}
