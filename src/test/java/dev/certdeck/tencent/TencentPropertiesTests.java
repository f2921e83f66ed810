package dev.certdeck.tencent;

import java.time.Duration;
import java.util.Map;

import dev.certdeck.tencent.signing.Credentials;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TencentProperties}.
 */
class TencentPropertiesTests {

	@Test
	void hasDefaultsForEverythingButCredentials() {
		TencentProperties properties = bind(Map.of());
		assertThat(properties.secretId()).isNull();
		assertThat(properties.secretKey()).isNull();
		assertThat(properties.credentials().isComplete()).isFalse();
		assertThat(properties.endpoint()).isEqualTo("https://{module}.api.qcloud.com/v2/index.php");
		assertThat(properties.limits())
			.isEqualTo(new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45), 2,
					Duration.ofMillis(200), 10, Map.of("DescribeCdnHosts", 100), 16 * 1024 * 1024));
		assertThat(properties.clb()).isEqualTo(new TencentProperties.Clb(true, 20));
		assertThat(properties.cdn()).isEqualTo(new TencentProperties.Cdn(true, 100, 100));
		assertThat(properties.bm().enabled()).isTrue();
		assertThat(properties.bm().regions()).containsExactly("bj", "sh", "gz", "cd", "cq");
	}

	@Test
	void readsRegionsAndCredentialsWithoutSpacesAround() {
		TencentProperties properties = bind(Map.of("certdeck.tencent.secret-id", " AKIDx\n",
				"certdeck.tencent.secret-key", "key\n", "certdeck.tencent.bm.regions", "gz,hk"));
		assertThat(properties.credentials()).isEqualTo(new Credentials("AKIDx", "key", null));
		assertThat(properties.bm().regions()).containsExactly("gz", "hk");
	}

	@Test
	void showsNoSecret() {
		assertThat(bind(Map.of("certdeck.tencent.secret-key", "very-secret", "certdeck.tencent.token", "very-private")))
			.asString()
			.doesNotContain("very-secret", "very-private");
	}

	private static TencentProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("certdeck.tencent",
				TencentProperties.class);
	}

}
