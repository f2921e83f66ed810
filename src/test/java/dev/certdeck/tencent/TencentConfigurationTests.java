package dev.certdeck.tencent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import dev.certdeck.certificate.AccountKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TencentConfiguration}.
 */
class TencentConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withUserConfiguration(TencentConfiguration.class);

	@Test
	void bucketsAreSharedWhereTheDatabaseIs() {
		String url = "jdbc:postgresql://localhost/certdeck";
		this.runner.withBean(DriverManagerDataSource.class, () -> new DriverManagerDataSource(url))
			.withPropertyValues("spring.datasource.url=" + url)
			.run((context) -> assertThat(context.getBean(Buckets.class)).isInstanceOf(FallbackBuckets.class));
	}

	@Test
	void bucketsOfOneProcessAreItsOwn() {
		this.runner.withPropertyValues("spring.datasource.url=jdbc:h2:mem:test")
			.run((context) -> assertThat(context.getBean(Buckets.class)).isInstanceOf(LocalBuckets.class));
	}

	@Test
	void shareOfTheBackgroundIsAPercentage() {
		this.runner.withPropertyValues("certdeck.tencent.background-share=0")
			.run((context) -> assertThat(context).hasFailed());
		this.runner.withPropertyValues("certdeck.tencent.background-share=101")
			.run((context) -> assertThat(context).hasFailed());
		this.runner.withPropertyValues("certdeck.tencent.background-share=100")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void accountIsToldByApiEndpointAndSecretIdWithoutRevealingIt() {
		String key = key("certdeck.tencent.secret-id=AKIDone");
		assertThat(key("certdeck.tencent.secret-id=AKIDone", "certdeck.tencent.secret-key=other")).isEqualTo(key);
		assertThat(key).doesNotContain("AKID");
		assertThat(key("certdeck.tencent.secret-id=AKIDtwo")).isNotEqualTo(key);
		assertThat(key("certdeck.tencent.secret-id=AKIDone", "certdeck.tencent.api=v2")).isNotEqualTo(key);
		assertThat(key("certdeck.tencent.secret-id=AKIDone", "certdeck.tencent.site=international")).isNotEqualTo(key);
	}

	@Test
	void accountOfKeysThatChangeStaysTheSame() {
		String key = key("certdeck.tencent.secret-id=AKIDone", "certdeck.tencent.token=first");
		assertThat(key("certdeck.tencent.secret-id=AKIDtwo", "certdeck.tencent.token=second")).isEqualTo(key);
		assertThat(key("certdeck.tencent.credentials-file=/no/such/file")).isEqualTo(key);
	}

	private String key(String... settings) {
		List<String> keys = new ArrayList<>();
		this.runner.withPropertyValues(settings).run((context) -> keys.add(context.getBean(AccountKey.class).value()));
		return keys.get(0);
	}

}
