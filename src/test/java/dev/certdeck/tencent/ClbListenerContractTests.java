package dev.certdeck.tencent;

import java.util.List;
import java.util.Map;

import dev.certdeck.SandboxKnobs;
import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.Binding.Listener;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The look at the listeners of CLB against the sandbox, which holds certificates that its
 * own search passes over.
 */
class ClbListenerContractTests {

	private static final String LOAD_BALANCERS = "clb.DescribeLoadBalancers";

	private static final String LISTENERS = "DescribeListeners";

	private static Sandbox sandbox;

	private static SandboxKnobs knobs;

	private static TencentRoom room;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start(Map.of("task-duration", "0s"));
		knobs = new SandboxKnobs(sandbox.url());
		room = new TencentRoom("v3", sandbox.url(), Map.of());
	}

	@AfterAll
	static void stop() {
		room.close();
		sandbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "ecc.dual.example.com, dual.example.com", "ecc.sni.example.com, sni.example.com" })
	void certificateOfAFurtherAlgorithmIsFoundWhereTheFirstOneIs(String further, String first) {
		CertificateId id = id(further);
		assertThat(resources(room).findAll(List.of(id), false).get(id).bindings()).isEmpty();
		Bindings found = resources(room).find(id, Look.THOROUGH);
		assertThat(found.unknown()).isEmpty();
		assertThat(found.bindings()).singleElement().satisfies((binding) -> {
			assertThat(binding.kind()).isEqualTo(ResourceType.CLB);
			assertThat(binding.listeners()).hasSize(1).extracting(Listener::port).doesNotContain(0);
			assertThat(resources(room).find(id(first), Look.THOROUGH).bindings())
				.filteredOn((other) -> other.resourceId().equals(binding.resourceId()))
				.flatExtracting(Binding::listeners)
				.containsAll(binding.listeners());
		});
		Bindings remembered = resources(room).findAll(List.of(id), false).get(id);
		assertThat(remembered.bindings()).isEqualTo(found.bindings());
		assertThat(remembered.asOf()).isNotNull();
		resources(room).findAll(List.of(id(first)), false);
		assertThat(resources(room).findAll(List.of(id), false).get(id).bindings()).isEmpty();
	}

	@Test
	void loadBalancersAreCountedOnceAndHaveTheirPorts() {
		CertificateId id = id("*.example.com");
		Bindings remembered = resources(room).find(id, Look.REMEMBERED);
		Bindings fresh = resources(room).find(id, Look.THOROUGH);
		assertThat(fresh.bindings()).extracting(Binding::resourceId)
			.containsExactlyInAnyOrderElementsOf(remembered.bindings().stream().map(Binding::resourceId).toList());
		assertThat(fresh.bindings()).filteredOn((binding) -> binding.kind() == ResourceType.CLB)
			.isNotEmpty()
			.flatExtracting(Binding::listeners)
			.extracting(Listener::port)
			.doesNotContain(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { LOAD_BALANCERS, LISTENERS })
	void missingPermissionIsNamed(String action) {
		CertificateId id = id("ecc.dual.example.com");
		knobs.during(action, "kind=error&code=UnauthorizedOperation",
				() -> assertThat(resources(room).find(id, Look.THOROUGH).unknown()).hasEntrySatisfying(ResourceType.CLB,
						(cause) -> assertThat(cause).contains("permission clb:" + action.replace("clb.", ""),
								"certdeck.tencent.clb.listeners=false")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kind=cut", "kind=malformed", "kind=status&status=502", "kind=error&code=InternalError" })
	void whatCanNotBeLookedAtIsNotKnown(String fault) {
		CertificateId id = id("ecc.dual.example.com");
		knobs.during(LISTENERS, fault,
				() -> assertThat(resources(room).find(id, Look.THOROUGH).unknown()).containsOnlyKeys(ResourceType.CLB));
	}

	@Test
	void refreshNeverLooks() {
		int before = calls();
		resources(room).findAll(List.of(id("ecc.dual.example.com")), false);
		resources(room).find(id("ecc.dual.example.com"), Look.REMEMBERED);
		assertThat(calls()).isEqualTo(before);
	}

	@Test
	void lookIsMadeOfACallForEachRegionAndLoadBalancer() {
		int regions = knobs.calls(LOAD_BALANCERS);
		int loadBalancers = knobs.calls(LISTENERS);
		resources(room).find(id("ecc.dual.example.com"), Look.THOROUGH);
		assertThat(knobs.calls(LOAD_BALANCERS) - regions).isEqualTo(16);
		assertThat(knobs.calls(LISTENERS) - loadBalancers).isPositive();
	}

	@Test
	void lookThatIsSwitchedOffMakesNoCall() {
		try (TencentRoom off = new TencentRoom("v3", sandbox.url(), Map.of("clb.listeners", false))) {
			int before = calls();
			assertThat(resources(off).find(id("ecc.dual.example.com"), Look.THOROUGH).bindings()).isEmpty();
			assertThat(calls()).isEqualTo(before);
		}
	}

	@Test
	void regionsThatAreSetAreLookedInBesideThoseOfTheSearch() {
		try (TencentRoom tokyo = new TencentRoom("v3", sandbox.url(), Map.of("clb.regions", "ap-tokyo,ap-atlantis"))) {
			int regions = knobs.calls(LOAD_BALANCERS);
			assertThat(resources(tokyo).find(id("ecc.dual.example.com"), Look.THOROUGH)).satisfies((found) -> {
				assertThat(found.bindings()).isEmpty();
				assertThat(found.unknown()).isEmpty();
			});
			assertThat(knobs.calls(LOAD_BALANCERS) - regions).isEqualTo(3);
		}
	}

	private static int calls() {
		return knobs.calls(LOAD_BALANCERS) + knobs.calls(LISTENERS);
	}

	private static BindingSource resources(TencentRoom of) {
		return of.sources()
			.stream()
			.filter((source) -> source.kinds().contains(ResourceType.CLB))
			.findFirst()
			.orElseThrow();
	}

	private static CertificateId id(String domain) {
		return room.store()
			.search(domain)
			.certificates()
			.stream()
			.filter((certificate) -> certificate.domain() != null && certificate.domain().ascii().equals(domain))
			.findFirst()
			.orElseThrow()
			.id();
	}

}
