package dev.certdeck.tencent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.certdeck.SandboxKnobs;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.Validity;
import dev.certdeck.pki.CertificateChain;
import dev.certdeck.pki.ParsedCertificate;
import dev.certdeck.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is read of the sandbox's odd rows and chains, asked of each dialect.
 */
@ParameterizedClass
@ValueSource(strings = { "v2", "v3" })
class OddSandboxTests {

	private static Sandbox sandbox;

	private static TencentRoom room;

	@Parameter
	private String api;

	@BeforeParameterizedClassInvocation
	static void start(String api) {
		sandbox = Sandbox.start(Map.of("certificates", "0", "odd-rows", "true"));
		room = new TencentRoom(api, sandbox.url(), Map.of("retries", 0));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		room.close();
		sandbox.close();
	}

	@Test
	void readsEveryRowAsTheOtherDialectDoes() {
		try (TencentRoom other = new TencentRoom(this.api.equals("v2") ? "v3" : "v2", sandbox.url(), Map.of())) {
			assertThat(list().certificates())
				.usingRecursiveFieldByFieldElementComparatorIgnoringFields("details.statusName")
				.containsExactlyElementsOf(other.store().list(Progress.IGNORED).certificates());
			assertThat(list().unreadable()).isEqualTo(2).isEqualTo(other.store().list(Progress.IGNORED).unreadable());
		}
		assertThat(list().exact()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "no-begin, 12", "broken-begin, 40", "iso, 13", "offset, 14", "slashes, 15", "fractions, 17" })
	void everyFormOfAnEndIsRead(String name, int daysLeft) {
		Validity validity = validity(name);
		assertThat(validity.daysLeft(Instant.now())).isEqualTo(daysLeft);
		assertThat(validity.from() == null).isEqualTo(name.endsWith("begin"));
	}

	@Test
	void endThatIsADateAloneIsItsFirstSecond() {
		assertThat(validity("date-alone").daysLeft(Instant.now().minus(Duration.ofDays(1)))).isEqualTo(16);
		assertThat(validity("date-alone").until()).hasToString(validity("date-alone").until().toString())
			.satisfies((until) -> assertThat(until.toString()).endsWith("T16:00:00Z"));
	}

	@Test
	void endThatCanNotBeReadIsNotKnownAndNoEndIsNone() {
		assertThat(validity("broken-end").endUnknown()).isTrue();
		assertThat(validity("broken-end").from()).isNotNull();
		assertThat(validity("no-times")).isEqualTo(new Validity(null, null, true));
		assertThat(validity("no-end").isEndless()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "sm2, SM2, SM3withSM2", "brainpool, EC brainpoolP256r1, SHA256withECDSA",
			"explicit, EC 256, SHA256withECDSA", "unknown, EC 1.3.6.1.4.1.99999.1, SHA256withECDSA" })
	void everyChainIsDescribed(String name, String key, String signature) {
		Certificate certificate = find(name + "-curve");
		CertificateChain chain = store().read(certificate.id())
			.map(CertificateWithChain::chain)
			.map(CertificateChain::read)
			.orElseThrow();
		assertThat(chain.unreadable()).isZero();
		ParsedCertificate leaf = chain.certificates().get(0);
		assertThat(leaf.key().algorithm().name()).isEqualTo(key);
		assertThat(leaf.signature()).isEqualTo(signature);
		assertThat(leaf.subject()).isEqualTo("CN=" + name + "-curve.example.com");
		assertThat(leaf.validity()).isEqualTo(certificate.validity());
	}

	@Test
	void chainIsReadWhereTheRowHasNoTimes() {
		for (String name : List.of("no-begin", "broken-end", "no-times")) {
			assertThat(store().read(find(name).id()).map(CertificateWithChain::chain)).as(name).isPresent();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "NO_ID", "NULL_ROW" })
	void certificateWhoseRowCanNotBeReadAnyMoreIsNotGone(String oddity) {
		Certificate known = find("iso");
		new SandboxKnobs(sandbox.url()).whileOdd(known.id().value(), oddity, () -> {
			assertThat(catchThrowableOfType(CloudException.class, () -> store().find(known.id()))).isNotNull();
			assertThat(catchThrowableOfType(CloudException.class, () -> store().read(known.id()))).isNotNull();
			assertThat(list().unreadable()).isEqualTo(3);
			assertThat(store().search("iso.example.com").unreadable()).isEqualTo(1);
		});
		new SandboxKnobs(sandbox.url()).whileOdd(known.id().value(), "ISO",
				() -> assertThat(store().find(known.id())).isPresent());
	}

	private static CertificateStore store() {
		return room.store();
	}

	private static CertificateList list() {
		return store().list(Progress.IGNORED);
	}

	private static Validity validity(String name) {
		return Optional.ofNullable(find(name).validity()).orElseThrow();
	}

	private static Certificate find(String name) {
		return list().certificates()
			.stream()
			.filter((certificate) -> certificate.title().equals(name + ".example.com"))
			.findFirst()
			.orElseThrow();
	}

}
