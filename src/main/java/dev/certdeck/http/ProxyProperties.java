package dev.certdeck.http;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the proxies in front.
 *
 * @param trustedProxies the addresses and CIDR ranges of the proxies whose
 * {@code Forwarded}, {@code X-Forwarded-*} and {@code X-Request-ID} headers are honoured
 */
@ConfigurationProperties("certdeck.web")
record ProxyProperties(@DefaultValue List<String> trustedProxies) {

}
