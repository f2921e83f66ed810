package dev.certdeck.inventory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.TestCertificates;
import dev.certdeck.certificate.Usage;
import dev.certdeck.certificate.Usage.LastKnown;
import dev.certdeck.certificate.Validity;
import dev.certdeck.inventory.InventoryState.ListReading;
import dev.certdeck.inventory.InventoryState.Requests;
import dev.certdeck.inventory.InventoryState.UsageReading;
import dev.certdeck.sandbox.Sandbox;
import dev.certdeck.tencent.TencentRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link InventoryJson}.
 */
class InventoryJsonTests {

	private static final Instant NOW = TestCertificates.NOW;

	@ParameterizedTest
	@ValueSource(strings = { "v2", "v3" })
	void everyCertificateOfTheSandboxIsReadAsItWasWritten(String api) {
		try (Sandbox sandbox = Sandbox.start(Map.of("task-duration", "0s", "certificates", "500"));
				TencentRoom room = new TencentRoom(api, sandbox.url(), Map.of())) {
			CertificateList list = room.store().list(Progress.IGNORED);
			UsageFinder usages = new UsageFinder(room.sources(), Clock.systemUTC());
			Map<?, Usage> found = usages
				.findAll(list.certificates().stream().map((certificate) -> certificate.id()).toList(), (id) -> null)
				.usages();
			assertThat(list.certificates()).hasSizeGreaterThanOrEqualTo(500).allSatisfy((certificate) -> {
				Entry entry = new Entry(certificate, found.get(certificate.id()));
				assertThat(again(entry)).isEqualTo(entry);
			});
		}
	}

	@Test
	void usageIsReadAsItWasWritten() {
		Binding clb = new Binding(ResourceType.CLB, "lb-1", "a name", "ap-guangzhou",
				List.of(new Binding.Listener("lbl-1", "https", 443)));
		Usage usage = new Usage(List.of(clb, Binding.unnamed(ResourceType.OTHER, "new product", "", 7)),
				Map.of(ResourceType.BM, "failed: \u0000\ud800 \"quoted\"", ResourceType.CDN, ""),
				Map.of(ResourceType.BM, new LastKnown(List.of(clb), NOW.minusNanos(1))), NOW.plusNanos(123456789));
		Entry entry = new Entry(TestCertificates.certificate("GjTNRoK7")
			.alias("\u8bc1\u4e66\u0000\ud800")
			.names("xn--fiqs8s.example.com", "*.example.com")
			.validity(new Validity(null, null, true))
			.build(), usage);
		assertThat(again(entry)).isEqualTo(entry);
		assertThat(InventoryJson.write(entry)).isPrintable().isASCII();
	}

	@Test
	void stateIsReadAsItWasWritten() {
		RefreshFailure failure = RefreshFailure.of(TestCertificates.failure(Failure.THROTTLED, false));
		InventoryState state = new InventoryState(new ListReading(NOW, false, 3, NOW.plusSeconds(5), failure),
				new UsageReading(Set.of(ResourceType.TKE), NOW, null), new Requests(4, 3, 2, 1), NOW, "replica");
		assertThat(InventoryJson.read(InventoryJson.write(state), InventoryState.class)).isEqualTo(state);
		assertThat(InventoryJson.read(InventoryJson.write(InventoryState.NEW), InventoryState.class))
			.isEqualTo(InventoryState.NEW);
	}

	/**
	 * A change of what is written here needs another {@link InventoryJson#FORMAT}, since
	 * replicas of both versions run beside each other during a roll-out.
	 */
	@Test
	void formatIsTheOneThatItsNumberStandsFor() {
		Entry entry = new Entry(TestCertificates.certificate("GjTNRoK7").names("a.example.com").build(),
				new Usage(List.of(new Binding(ResourceType.CLB, "lb-1", "n", "r", List.of())), Map.of(), NOW));
		assertThat(InventoryJson.FORMAT).isEqualTo(1);
		assertThat(InventoryJson.write(entry)).isEqualTo("""
				{"certificate":{"id":{"value":"GjTNRoK7"},"type":"SVR","alias":"",\
				"domain":{"ascii":"a.example.com"},"names":[{"ascii":"a.example.com"}],"status":{"code":1},\
				"plan":"UPLOADED","validity":null,"appliedAt":null,"authority":"","details":{"owner":"","source":"",\
				"product":"","packageType":null,"verification":"","validityMonths":null,"statusName":"",\
				"statusMessage":"","vulnerabilityStatus":"","vip":false,"domainValidated":false,"wildcard":false,\
				"vulnerabilityScan":false,"project":null}},"usage":{"bindings":[{"kind":"CLB","resourceId":"lb-1",\
				"resourceName":"n","region":"r","listeners":[],"count":1}],"unknown":{},"unconfirmed":{},\
				"asOf":"2026-11-23T12:00:00Z"}}""");
		assertThat(InventoryJson.write(InventoryState.NEW)).isEqualTo("""
				{"list":{"asOf":null,"exact":true,"unreadable":0,"endedAt":null,"failure":null},\
				"usage":{"uncovered":null,"roundAt":null,"retriedAt":null},"requests":{"list":0,"listServed":0,\
				"usage":0,"usageServed":0},"lookedAt":null,"refresher":""}""");
	}

	@Test
	void otherFormatIsNotRead() {
		String json = InventoryJson.write(InventoryState.NEW);
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> InventoryJson.read(json.replace("lookedAt", "seenAt"), InventoryState.class));
	}

	private static Entry again(Entry entry) {
		return InventoryJson.read(InventoryJson.write(entry), Entry.class);
	}

}
