package dev.certdeck.tencent.v3;

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
 * The store and the sources of bindings on API 3.0.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "certdeck.tencent.api", havingValue = "v3", matchIfMissing = true)
class V3Configuration {

	@Bean
	V3Client v3Client(EndpointProperties endpoints, CredentialsProperties credentials, CloudCalls calls, Clock clock) {
		return new V3Client(calls, new JsonRequests(endpoints.locations(), credentials.credentials(), clock),
				endpoints.region());
	}

	@Bean
	CertificateStore certificateStore(V3Client client, Parallel pageReaders, TencentProperties properties) {
		return new V3CertificateStore(client, pageReaders, properties.pageSize());
	}

	@Bean
	BindingSource resourceBindings(V3Client client, Parallel parallel, TencentProperties properties, Clock clock) {
		BindTasks tasks = new BindTasks(new BindTaskCalls(client, parallel), properties.task().timeout(),
				properties.task().interval());
		ClbListeners listeners = properties.clb().listeners()
				? new ClbListeners(new V3LoadBalancers(client), parallel, properties.clb().regions(), clock) : null;
		return new ResourceBindings(tasks, new ResourceNames(client), listeners);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "certdeck.tencent.bm.enabled", matchIfMissing = true)
	BindingSource bmBindings(V3Client client, Parallel parallel, TencentProperties properties) {
		return new BmBindings(new V3BareMetal(client), parallel, properties.bm().regions());
	}

}
