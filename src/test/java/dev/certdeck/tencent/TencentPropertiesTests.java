package dev.certdeck.tencent;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.certdeck.tencent.signing.Credentials;
import dev.certdeck.tencent.wire.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the settings under {@code certdeck.tencent}.
 */
class TencentPropertiesTests {

	@Test
	void hasDefaultsForEverythingButCredentials() {
		CredentialsProperties credentials = bind(CredentialsProperties.class, Map.of());
		assertThat(credentials.secretId()).isNull();
		assertThat(credentials.secretKey()).isNull();
		assertThatIllegalStateException().isThrownBy(credentials.credentials()::get)
			.withMessageContaining("certdeck.tencent.secret-id");
		EndpointProperties endpoints = bind(EndpointProperties.class, Map.of());
		assertThat(endpoints.api()).isEqualTo(Dialect.V3);
		assertThat(endpoints.locations().uri("ssl")).hasToString("https://ssl.tencentcloudapi.com/");
		assertThat(bind(CallLimits.class, Map.of()))
			.isEqualTo(new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45), 2,
					Duration.ofMillis(200), 10, 30, DataSize.ofMegabytes(16)));
		TencentProperties properties = bind(TencentProperties.class, Map.of());
		assertThat(properties.task())
			.isEqualTo(new TencentProperties.Task(Duration.ofMinutes(3), Duration.ofSeconds(1)));
		assertThat(properties.clb()).isEqualTo(new TencentProperties.Clb(true, 20, true, List.of()));
		assertThat(properties.clb().regions()).hasSize(16).contains("ap-guangzhou", "ap-nanjing", "sa-saopaulo");
		assertThat(properties.cdn()).isEqualTo(new TencentProperties.Cdn(true, 100, 100));
		assertThat(properties.bm().enabled()).isTrue();
		assertThat(properties.bm().regions()).containsExactly("ap-beijing", "ap-shanghai", "ap-guangzhou", "ap-chengdu",
				"ap-chongqing");
	}

	@Test
	void readsRegionsAndCredentialsWithoutSpacesAround() {
		TencentProperties properties = bind(TencentProperties.class,
				Map.of("certdeck.tencent.bm.regions", "gz,hk", "certdeck.tencent.clb.regions", "ap-tokyo"));
		CredentialsProperties credentials = bind(CredentialsProperties.class,
				Map.of("certdeck.tencent.secret-id", " AKIDx\n", "certdeck.tencent.secret-key", "key\n"));
		assertThat(credentials.credentials().get()).isEqualTo(new Credentials("AKIDx", "key", null));
		assertThat(properties.bm().regions()).containsExactly("gz", "hk");
		assertThat(properties.clb().regions()).containsExactly("ap-tokyo");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', textBlock = """
			v2 domestic wss https://wss.api.qcloud.com/v2/index.php
			v2 international lb https://lb.api.qcloud.com/v2/index.php
			v3 domestic bmlb https://bmlb.tencentcloudapi.com/
			v3 international ssl https://ssl.intl.tencentcloudapi.com/
			""")
	void knowsWhereEachSiteAnswers(String api, String site, String service, String url) {
		EndpointProperties properties = bind(EndpointProperties.class,
				Map.of("certdeck.tencent.api", api, "certdeck.tencent.site", site));
		assertThat(properties.locations().uri(service)).hasToString(url);
	}

	@Test
	void servicesCanHaveAnEndpointOfTheirOwn() {
		EndpointProperties properties = bind(EndpointProperties.class,
				Map.of("certdeck.tencent.endpoint", "http://localhost:8089", "certdeck.tencent.endpoints.ssl",
						"https://ssl.ap-shanghai-fsi.tencentcloudapi.com"));
		assertThat(properties.locations().uri("ssl")).hasToString("https://ssl.ap-shanghai-fsi.tencentcloudapi.com/");
		assertThat(properties.locations().uri("bmlb")).hasToString("http://localhost:8089/");
	}

	@Test
	void showsNoSecret() {
		assertThat(bind(CredentialsProperties.class,
				Map.of("certdeck.tencent.secret-key", "very-secret", "certdeck.tencent.token", "very-private")))
			.asString()
			.doesNotContain("very-secret", "very-private");
	}

	private static <T> T bind(Class<T> type, Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("certdeck.tencent", type);
	}

}
