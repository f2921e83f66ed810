package dev.certdeck.tencent.v2;

import java.security.SecureRandom;
import java.time.Clock;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.tencent.CloudCalls;
import dev.certdeck.tencent.CredentialsProperties;
import dev.certdeck.tencent.EndpointProperties;
import dev.certdeck.tencent.Parallel;
import dev.certdeck.tencent.TencentProperties;
import dev.certdeck.tencent.wire.BmBindings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The store and the sources of bindings on API 2.0.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "certdeck.tencent.api", havingValue = "v2")
class V2Configuration {

	@Bean
	V2Client v2Client(EndpointProperties endpoints, CredentialsProperties credentials, CloudCalls calls, Clock clock) {
		return new V2Client(calls, new FormRequests(endpoints.locations(), credentials.credentials(),
				endpoints.region(), clock, new SecureRandom()));
	}

	@Bean
	CertificateStore certificateStore(V2Client client, Parallel pageReaders, TencentProperties properties) {
		return new V2CertificateStore(client, pageReaders, properties.pageSize());
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "certdeck.tencent.clb.enabled", matchIfMissing = true)
	BindingSource clbBindings(V2Client client, Parallel parallel, TencentProperties properties) {
		return new ClbBindings(client, parallel, properties.clb().batchSize());
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "certdeck.tencent.cdn.enabled", matchIfMissing = true)
	BindingSource cdnBindings(V2Client client, TencentProperties properties) {
		return new CdnBindings(client, properties.cdn().pageSize());
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "certdeck.tencent.bm.enabled", matchIfMissing = true)
	BindingSource bmBindings(V2Client client, Parallel parallel, TencentProperties properties) {
		return new BmBindings(new V2BareMetal(client), parallel, properties.bm().regions());
	}

}
