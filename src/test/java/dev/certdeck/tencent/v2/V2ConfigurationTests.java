package dev.certdeck.tencent.v2;

import java.time.Clock;

import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.tencent.FakeCloud;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link V2Configuration} with what all dialects share.
 */
class V2ConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues("certdeck.tencent.api=v2")
		.withUserConfiguration(Room.class);

	@Test
	void startsWithoutCredentials() {
		this.runner.run((context) -> assertThat(context).hasNotFailed()
			.hasSingleBean(CertificateStore.class)
			.getBeans(BindingSource.class)
			.containsOnlyKeys("clbBindings", "cdnBindings", "bmBindings"));
	}

	@Test
	void eachSourceCanBeSwitchedOff() {
		this.runner.withPropertyValues("certdeck.tencent.clb.enabled=false", "certdeck.tencent.bm.enabled=false")
			.run((context) -> assertThat(context).getBeans(BindingSource.class).containsOnlyKeys("cdnBindings"));
	}

	@Test
	void reachesTheEndpoint() {
		try (FakeCloud cloud = new FakeCloud().answering(TestCloud.json("list.json"))) {
			this.runner
				.withPropertyValues("certdeck.tencent.secret-id=AKIDx", "certdeck.tencent.secret-key=key",
						"certdeck.tencent.requests-per-second=1000", "certdeck.tencent.endpoint=" + cloud.endpoint())
				.run((context) -> assertThat(
						context.getBean(CertificateStore.class).list(Progress.IGNORED).certificates())
					.hasSize(2));
			assertThat(cloud.parameters()).containsEntry("SecretId", "AKIDx");
			assertThat(cloud.calls().get(0).host()).isEqualTo(cloud.host());
		}
	}

	@Test
	void refusesNonsense() {
		this.runner.withPropertyValues("certdeck.tencent.endpoint=ftp://example.com/")
			.run((context) -> assertThat(context).hasFailed());
		this.runner.withPropertyValues("certdeck.tencent.clb.regions=ap-tokyo,gz")
			.run((context) -> assertThat(context).hasFailed());
		this.runner.withPropertyValues("certdeck.tencent.requests-per-second=0")
			.run((context) -> assertThat(context).hasFailed());
		this.runner.withPropertyValues("certdeck.tencent.connect-timeout=0s", "certdeck.tencent.secret-key=very-secret")
			.run((context) -> assertThat(context).getFailure()
				.satisfies((failure) -> assertThat(failure).asString().doesNotContain("very-secret")));
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan("dev.certdeck.tencent")
	static class Room {

	}

}
