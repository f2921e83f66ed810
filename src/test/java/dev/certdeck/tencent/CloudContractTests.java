package dev.certdeck.tencent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.certdeck.SandboxKnobs;
import dev.certdeck.TestPair;
import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.BindingSource;
import dev.certdeck.certificate.BindingSource.Bindings;
import dev.certdeck.certificate.BindingSource.Look;
import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.CertificateId;
import dev.certdeck.certificate.CertificateList;
import dev.certdeck.certificate.CertificateStatus;
import dev.certdeck.certificate.CertificateStore;
import dev.certdeck.certificate.CertificateStore.Progress;
import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.CertificateUpload;
import dev.certdeck.certificate.CertificateWithChain;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.CloudException.Failure;
import dev.certdeck.certificate.CloudException.Reason;
import dev.certdeck.certificate.DeletionPolicy;
import dev.certdeck.certificate.DeletionProgress;
import dev.certdeck.certificate.DomainName;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.certificate.UploadResult;
import dev.certdeck.certificate.Usage;
import dev.certdeck.pki.CertificateChain;
import dev.certdeck.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What the ports promise, asked of each dialect against the sandbox at its best and as
 * the real cloud was seen to behave.
 */
@ParameterizedClass
@CsvSource({ "v2, ideal", "v2, as-seen", "v3, ideal", "v3, as-seen" })
class CloudContractTests {

	private static final Set<ResourceType> RULED = ResourceType.blockingDeletion();

	private static Sandbox sandbox;

	private static TencentRoom room;

	private static SandboxKnobs knobs;

	@Parameter(0)
	private String api;

	@Parameter(1)
	private String temper;

	@BeforeParameterizedClassInvocation
	static void start(String api, String temper) {
		sandbox = Sandbox.start(Map.of("task-duration", "30ms", "temper", temper));
		knobs = new SandboxKnobs(sandbox.url());
		room = new TencentRoom(api, sandbox.url(), Map.of());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		room.close();
		sandbox.close();
	}

	@Test
	void listsEveryCertificateOnceOnItsPages() {
		try (TencentRoom small = new TencentRoom(this.api, sandbox.url(), Map.of("page-size", 60))) {
			CertificateList list = small.store().list(Progress.IGNORED);
			assertThat(list.exact()).isTrue();
			assertThat(list.certificates()).hasSizeGreaterThanOrEqualTo(100)
				.extracting(Certificate::id)
				.doesNotHaveDuplicates()
				.containsExactlyElementsOf(all(store()).stream().map(Certificate::id).toList());
		}
	}

	@Test
	void readsEveryFieldAsTheOtherDialectDoes() {
		try (TencentRoom other = new TencentRoom(this.api.equals("v2") ? "v3" : "v2", sandbox.url(), Map.of())) {
			assertThat(all(store())).usingRecursiveFieldByFieldElementComparatorIgnoringFields("details.statusName")
				.containsExactlyElementsOf(all(other.store()));
		}
		assertThat(all(store())).extracting(Certificate::status)
			.contains(Stream.iterate(0, (code) -> code + 1)
				.limit(16)
				.map(CertificateStatus::new)
				.toArray(CertificateStatus[]::new));
		assertThat(all(store())).extracting(Certificate::plan).contains(Plan.values());
	}

	@Test
	void searchesByIdAliasAndDomain() {
		Certificate certificate = all(store()).stream()
			.filter((candidate) -> candidate.alias().length() > 5)
			.findFirst()
			.orElseThrow();
		for (String text : List.of(certificate.id().value(), certificate.alias(), certificate.names().get(0).ascii())) {
			assertThat(store().search(text).certificates()).as(text)
				.extracting(Certificate::id)
				.contains(certificate.id());
		}
		assertThat(store().search("no such text anywhere").certificates()).isEmpty();
	}

	@Test
	void findsWhatIsHeldAndNothingElse() {
		for (Certificate certificate : all(store()).subList(0, 20)) {
			assertThat(store().find(certificate.id())).contains(certificate);
		}
		assertThat(store().find(new CertificateId("nothing0"))).isEmpty();
		assertThat(store().read(new CertificateId("nothing0"))).isEmpty();
	}

	@Test
	void readsTheChainOfWhatIsIssued() {
		Certificate issued = first((certificate) -> certificate.validity() != null);
		assertThat(store().read(issued.id())).hasValueSatisfying((held) -> {
			assertThat(held.certificate()).isEqualTo(issued);
			assertThat(CertificateChain.read(held.chain()).certificates()).first()
				.satisfies((leaf) -> assertThat(leaf.validity()).isEqualTo(issued.validity()));
			assertThat(held.chain()).doesNotContain("PRIVATE");
		});
		Certificate pending = first((certificate) -> certificate.validity() == null);
		assertThat(store().read(pending.id())).contains(new CertificateWithChain(pending, null));
	}

	@Test
	void uploadIsListedFoundAndRead() {
		TestPair pair = TestPair.create();
		UploadResult receipt = store().upload(upload(pair, pair.key(), "contract's own"));
		assertThat(receipt.alreadyHeld()).isFalse();
		assertThat(store().find(receipt.id())).hasValueSatisfying((certificate) -> {
			assertThat(certificate.alias()).isEqualTo("contract's own");
			assertThat(certificate.plan()).isEqualTo(Plan.UPLOADED);
			assertThat(certificate.domain()).isEqualTo(new DomainName(pair.name()));
			assertThat(certificate.status()).isEqualTo(CertificateStatus.APPROVED);
		});
		assertThat(store().read(receipt.id()).orElseThrow().chain()).isEqualToIgnoringNewLines(pair.certificate());
		assertThat(store().search(pair.name()).certificates()).extracting(Certificate::id)
			.containsExactly(receipt.id());
		assertThat(delete(receipt.id())).isInstanceOf(DeletionProgress.Done.class);
	}

	@Test
	void uploadOfAnAuthorityNeedsNoKey() {
		TestPair pair = TestPair.create();
		UploadResult receipt = store().upload(new CertificateUpload(CertificateType.CA, pair.certificate(), null, ""));
		assertThat(store().find(receipt.id()).orElseThrow().type()).isEqualTo(CertificateType.CA);
		assertThat(delete(receipt.id())).isInstanceOf(DeletionProgress.Done.class);
	}

	@Test
	void sameCertificateAgainIsRecognisedWhereTheApiCan() {
		TestPair pair = TestPair.create();
		CertificateId first = store().upload(upload(pair, pair.key(), "")).id();
		UploadResult second = store().upload(upload(pair, pair.key(), ""));
		assertThat(second.alreadyHeld()).isEqualTo(this.api.equals("v3"));
		assertThat(second.id().equals(first)).isEqualTo(second.alreadyHeld());
		Stream.of(first, second.id())
			.distinct()
			.forEach((id) -> assertThat(delete(id)).isInstanceOf(DeletionProgress.Done.class));
	}

	@Test
	void keyOfAnotherCertificateIsRefused() {
		CloudException failure = catchThrowableOfType(CloudException.class,
				() -> store().upload(upload(TestPair.create(), TestPair.create().key(), "")));
		assertThat(failure.failure()).isEqualTo(Failure.REFUSED);
		assertThat(failure.mayHaveTakenEffect()).isFalse();
	}

	@Test
	void deletesExactlyWhatThePolicyAllows() {
		try (Sandbox own = Sandbox.start(Map.of("task-duration", "0s", "temper", this.temper));
				TencentRoom there = new TencentRoom(this.api, own.url(), Map.of("task.interval", "1ms"))) {
			List<Certificate> certificates = all(there.store());
			Map<CertificateId, Usage> usages = usages(there.sources(),
					certificates.stream().map(Certificate::id).toList());
			DeletionPolicy policy = new DeletionPolicy(false);
			Map<Boolean, Integer> decisions = new HashMap<>();
			Instant now = Instant.now();
			Set<CertificateId> seenByNewerApiAlone = this.api.equals("v2") ? usedElsewhere(own, certificates)
					: Set.of();
			for (Certificate certificate : certificates) {
				boolean allowed = policy.decide(certificate, usages.get(certificate.id()), now).isAllowed();
				if (!seenByNewerApiAlone.contains(certificate.id())) {
					assertThat(isDeleted(there.store(), certificate.id())).as(certificate.toString())
						.isEqualTo(allowed);
					decisions.merge(allowed, 1, Integer::sum);
				}
			}
			assertThat(decisions.get(true)).isGreaterThan(20);
			assertThat(decisions.get(false)).isGreaterThan(50);
		}
	}

	/**
	 * Finds the certificates that are used by products which API 2.0 does not know.
	 * @param cloud the cloud
	 * @param certificates the certificates to look at
	 * @return their ids
	 */
	private static Set<CertificateId> usedElsewhere(Sandbox cloud, List<Certificate> certificates) {
		try (TencentRoom v3 = new TencentRoom("v3", cloud.url(), Map.of())) {
			return usages(v3.sources(), certificates.stream().map(Certificate::id).toList()).entrySet()
				.stream()
				.filter((entry) -> entry.getValue()
					.bindings()
					.stream()
					.anyMatch((binding) -> !RULED.contains(binding.kind())))
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
		}
	}

	@Test
	void deletionOfWhatIsNotHeldIsDone() {
		assertThat(delete(new CertificateId("nothing0"))).isInstanceOf(DeletionProgress.Done.class);
	}

	@Test
	void countsAndNamesTheResourcesOfEachKind() {
		List<CertificateId> ids = all(store()).stream().map(Certificate::id).toList();
		Map<CertificateId, Usage> surveyed = usages(room.sources(), ids);
		for (ResourceType kind : RULED) {
			CertificateId used = ids.stream()
				.filter((id) -> surveyed.get(id).count(kind) > 0)
				.findFirst()
				.orElseThrow();
			Usage inspected = find(used);
			assertThat(inspected.count(kind)).isEqualTo(surveyed.get(used).count(kind));
			assertThat(inspected.isNamed()).isTrue();
			assertThat(inspected.bindings()).filteredOn((binding) -> binding.kind() == kind)
				.allSatisfy((binding) -> assertThat(binding.resourceId()).isNotBlank())
				.allSatisfy((binding) -> assertThat(binding.listeners().isEmpty()).isEqualTo(kind == ResourceType.CDN));
		}
		assertThat(surveyed.values()).anyMatch((usage) -> usage.state() == Usage.State.UNBOUND)
			.noneMatch((usage) -> usage.state() == Usage.State.UNKNOWN);
	}

	@Test
	void countsTheSameResourcesAsTheOtherDialect() {
		List<CertificateId> ids = all(store()).stream().map(Certificate::id).toList();
		try (TencentRoom other = new TencentRoom(this.api.equals("v2") ? "v3" : "v2", sandbox.url(), Map.of())) {
			assertThat(counts(room, ids)).isEqualTo(counts(other, ids));
		}
	}

	@ParameterizedTest
	@CsvSource({ "kind=status&status=502, UNREACHABLE", "kind=cut, UNREACHABLE", "kind=malformed, UNINTELLIGIBLE" })
	void tellsTheKindsOfFailure(String fault, Failure expected) {
		knobs.during("any", fault, () -> {
			CloudException read = catchThrowableOfType(CloudException.class,
					() -> store().find(new CertificateId("nothing0")));
			assertThat(read.failure()).isEqualTo(expected);
			assertThat(read.mayHaveTakenEffect()).isFalse();
			CloudException write = catchThrowableOfType(CloudException.class,
					() -> store().delete(new CertificateId("nothing0")));
			assertThat(write.failure()).isEqualTo(expected);
			assertThat(write.mayHaveTakenEffect()).isTrue();
			assertThat(write).hasMessageContaining(sandbox.url().replace("http://", ""));
			List<BindingSource> sources = room.sources();
			Usage usage = usages(sources, Set.of(new CertificateId("nothing0"))).get(new CertificateId("nothing0"));
			assertThat(usage.state()).isEqualTo(Usage.State.UNKNOWN);
			assertThat(usage.unknown()).containsKeys(ResourceType.CLB, ResourceType.CDN, ResourceType.BM);
		});
	}

	@Test
	void readsAreRepeatedAndWritesAreNot() {
		String list = this.api.equals("v2") ? "CertGetList" : "DescribeCertificates";
		String delete = this.api.equals("v2") ? "CertDelete" : "DeleteCertificate";
		int reads = knobs.calls(list);
		knobs.during(list, "kind=cut&times=1", () -> assertThat(store().find(new CertificateId("nothing0"))).isEmpty());
		int throttled = this.temper.equals("as-seen") ? 1 : 0;
		assertThat(knobs.calls(list)).isBetween(reads + 2, reads + 2 + throttled);
		int writes = knobs.calls(delete);
		knobs.during(delete, "kind=cut",
				() -> catchThrowableOfType(CloudException.class, () -> store().delete(new CertificateId("nothing0"))));
		assertThat(knobs.calls(delete)).isEqualTo(writes + 1);
	}

	@Test
	void quotaIsWaitedOutOnReads() {
		try (Sandbox strict = Sandbox.start(Map.of("requests-per-second", "5"));
				TencentRoom hasty = new TencentRoom(this.api, strict.url(), Map.of("retries", 5, "backoff", "300ms"))) {
			for (int call = 0; call < 12; call++) {
				assertThat(hasty.store().find(new CertificateId("nothing0"))).isEmpty();
			}
		}
	}

	@Test
	void exhaustedQuotaIsToldAsSuch() {
		try (Sandbox strict = Sandbox.start(Map.of("requests-per-second", "1"));
				TencentRoom hasty = new TencentRoom(this.api, strict.url(), Map.of("retries", 0))) {
			CloudException failure = catchThrowableOfType(CloudException.class, () -> {
				for (int call = 0; call < 5; call++) {
					hasty.store().find(new CertificateId("nothing0"));
				}
			});
			assertThat(failure.failure()).isEqualTo(Failure.THROTTLED);
			assertThat(failure.reason()).isEqualTo(Reason.RATE);
		}
	}

	@Test
	void wrongKeyIsToldAsSuch() {
		try (TencentRoom stranger = new TencentRoom(this.api, sandbox.url(), Map.of("secret-key", "another"))) {
			CloudException failure = catchThrowableOfType(CloudException.class,
					() -> stranger.store().find(new CertificateId("nothing0")));
			assertThat(failure.failure()).isEqualTo(Failure.REFUSED);
			assertThat(failure.reason()).isEqualTo(Reason.CREDENTIALS);
			assertThat(failure).hasMessageNotContainingAny("another", "sandbox-secret-key");
		}
	}

	private static CertificateStore store() {
		return room.store();
	}

	private static List<Certificate> all(CertificateStore store) {
		return store.list(Progress.IGNORED).certificates();
	}

	private static Certificate first(Predicate<Certificate> wanted) {
		return all(store()).stream().filter(wanted).findFirst().orElseThrow();
	}

	private static CertificateUpload upload(TestPair pair, String key, String alias) {
		return new CertificateUpload(CertificateType.SVR, pair.certificate(), key, alias);
	}

	private static DeletionProgress delete(CertificateId id) {
		return follow(store(), id, store().delete(id));
	}

	private static boolean isDeleted(CertificateStore store, CertificateId id) {
		try {
			boolean done = follow(store, id, store.delete(id)) instanceof DeletionProgress.Done;
			assertThat(store.find(id).isEmpty()).isEqualTo(done);
			return done;
		}
		catch (CloudException ex) {
			assertThat(ex.failure()).isEqualTo(Failure.REFUSED);
			assertThat(ex.mayHaveTakenEffect()).isFalse();
			return false;
		}
	}

	private static DeletionProgress follow(CertificateStore store, CertificateId id, DeletionProgress begun) {
		DeletionProgress progress = begun;
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (progress instanceof DeletionProgress.Running running && System.nanoTime() < end) {
			progress = store.follow(id, running.task());
		}
		return progress;
	}

	private static Map<CertificateId, Usage> usages(List<BindingSource> sources, Collection<CertificateId> ids) {
		Map<CertificateId, Usage> usages = new LinkedHashMap<>();
		List<Map<CertificateId, Bindings>> answers = sources.stream().map((source) -> findAll(source, ids)).toList();
		ids.forEach((id) -> usages.put(id, usage(answers.stream().map((answer) -> answer.get(id)).toList())));
		return usages;
	}

	private static Map<CertificateId, Bindings> findAll(BindingSource source, Collection<CertificateId> ids) {
		try {
			return source.findAll(ids, false);
		}
		catch (CloudException ex) {
			return ids.stream()
				.collect(Collectors.toMap((id) -> id, (id) -> Bindings.unknown(source.kinds(), ex.toString())));
		}
	}

	private static Usage find(CertificateId id) {
		return usage(room.sources().stream().map((source) -> source.find(id, Look.THOROUGH)).toList());
	}

	private static Usage usage(List<Bindings> found) {
		List<Binding> bindings = found.stream().flatMap((one) -> one.bindings().stream()).toList();
		Map<ResourceType, String> unknown = new HashMap<>();
		found.forEach((one) -> unknown.putAll(one.unknown()));
		return new Usage(bindings, unknown, Instant.EPOCH);
	}

	private static Map<CertificateId, List<Integer>> counts(TencentRoom of, List<CertificateId> ids) {
		Map<CertificateId, List<Integer>> counts = new LinkedHashMap<>();
		usages(of.sources(), ids)
			.forEach((id, usage) -> counts.put(id, RULED.stream().sorted().map(usage::count).toList()));
		return counts;
	}

}
