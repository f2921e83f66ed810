package dev.certdeck.tencent;

import java.util.Map;

import dev.certdeck.tencent.signing.Credentials;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Account}.
 */
class AccountTests {

	private static final Endpoints HERE = new Endpoints("https://{module}.tencentcloudapi.com", Map.of(), "/");

	private static final Endpoints THERE = new Endpoints("https://{module}.intl.tencentcloudapi.com", Map.of(), "/");

	@Test
	void isToldByItsKeyAndItsPlace() {
		String account = account(HERE, "AKID1");
		assertThat(account(HERE, "AKID1")).isEqualTo(account).doesNotContain("secret");
		assertThat(account(HERE, "AKID2")).isNotEqualTo(account);
		assertThat(account(THERE, "AKID1")).isNotEqualTo(account);
	}

	@Test
	void missingCredentialsAreLeftToTheCall() {
		Account account = new Account(HERE, () -> {
			throw new IllegalStateException();
		});
		assertThat(account.get()).isNotNull();
	}

	private static String account(Endpoints endpoints, String secretId) {
		return new Account(endpoints, () -> new Credentials(secretId, "secret", null)).get();
	}

}
