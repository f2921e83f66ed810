package dev.certdeck.tencent;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Endpoints}.
 */
class EndpointsTests {

	@Test
	void namesTheHostAsTheHeaderDoes() {
		assertThat(v2("https://{module}.api.qcloud.com/v2").host("bmlb")).isEqualTo("bmlb.api.qcloud.com");
		assertThat(v2("https://h:443/v2").host("lb")).isEqualTo("h");
		assertThat(v2("http://h:443/v2").host("lb")).isEqualTo("h:443");
		assertThat(v2("http://[::1]:8089/v2").host("lb")).isEqualTo("[::1]:8089");
	}

	@Test
	void addsThePathWhereThereIsNone() {
		assertThat(v2("http://h:1").uri("lb")).hasToString("http://h:1/v2/index.php");
		assertThat(v2("http://h:1/").uri("lb")).hasToString("http://h:1/v2/index.php");
		assertThat(v2("http://h:1/own").uri("lb")).hasToString("http://h:1/own");
		assertThat(v3("http://h:1", Map.of()).uri("ssl")).hasToString("http://h:1/");
	}

	@Test
	void refusesWhatCanNotBeCalled() {
		assertThatIllegalArgumentException().isThrownBy(() -> v2("nonsense"));
		assertThatIllegalArgumentException().isThrownBy(() -> v3("https://h", Map.of("ssl", "nonsense")));
		assertThatIllegalArgumentException().isThrownBy(() -> v3("http://h/v2/index.php", Map.of()))
			.withMessageContaining("API 3.0 is called at the root");
	}

	private static Endpoints v2(String template) {
		return new Endpoints(template, Map.of(), "/v2/index.php");
	}

	private static Endpoints v3(String template, Map<String, String> own) {
		return new Endpoints(template, own, "/");
	}

}
