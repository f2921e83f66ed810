package dev.certdeck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way in which a call to the cloud goes wrong, in everything that people do, in
 * both APIs: what the page says, how often the cloud was asked, and what is so
 * afterwards. What is expected is computed here from a few rules:
 * <ul>
 * <li>a read is tried twice if the cloud may answer the next time, otherwise once; a
 * write is sent once, whatever happens;</li>
 * <li>a read that fails changes nothing, and the page says so in words that fit the kind
 * of failure;</li>
 * <li>a write that the cloud refuses, or takes no call for, changes nothing; one whose
 * answer is lost is looked up, and is done if it took effect, else not known until it is
 * overdue.</li>
 * </ul>
 */
@LongTest
@Timeout(120)
class FaultMatrixTests {

	private static final Map<Api, FaultScene> SCENES = new EnumMap<>(Api.class);

	private static final List<String> TABLE = new ArrayList<>();

	@BeforeAll
	static void start(@TempDir Path directory) {
		for (Api api : Api.values()) {
			SCENES.put(api, FaultScene.start(api, directory.resolve(api.name())));
		}
	}

	@AfterAll
	static void stop() {
		SCENES.values().forEach(FaultScene::close);
		System.out.println("api | operation | fault     | status | sent | afterwards       | the page says");
		TABLE.forEach(System.out::println);
	}

	static Stream<Arguments> cells() {
		return Arrays.stream(Api.values())
			.flatMap((api) -> Arrays.stream(Operation.values())
				.flatMap((operation) -> Arrays.stream(Failing.values())
					.map((fault) -> Arguments.of(api, operation, fault))));
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@MethodSource("cells")
	void cell(Api api, Operation operation, Failing fault) {
		FaultResult expected = expected(api, operation, fault);
		FaultResult found = SCENES.get(api).play(operation, fault, expected.says());
		TABLE.add("%-3s | %-9s | %-9s | %6d | %4d | %-16s | %s".formatted(api, operation, fault, found.status(),
				found.sent(), found.afterwards(), String.join(" ... ", found.says())));
		assertThat(found).isEqualTo(expected);
	}

	private static FaultResult expected(Api api, Operation operation, Failing fault) {
		int tries = fault.isTransient() ? 2 : 1;
		return switch (operation) {
			case LIST ->
				new FaultResult(200, tries, "list kept", "The last refresh failed.", fault.words(), fault.detail(api));
			case DETAIL ->
				new FaultResult(200, tries, "shown again", "The certificate's content could not be read from the cloud",
						fault.words(), fault.detail(api), "Not now: Tencent Cloud does not answer");
			case USAGE -> new FaultResult(200, tries, "usage known again",
					(api == Api.V2) ? "CLB: not known." : "CLB, CDN and 15 other products: not known.",
					fault.detail(api), "It is not known whether CLB", "What may be in use can't be deleted");
			case UPLOAD -> upload(api, fault);
			case DELETE -> delete(api, fault);
			case TASK -> (api == Api.V2) ? new FaultResult(502, 1, "gone, DONE", "It is not known whether",
					"the certificate can't be looked up now") : task(fault);
		};
	}

	private static FaultResult upload(Api api, Failing fault) {
		if (fault.isRefusal()) {
			return new FaultResult(422, 1, "not held, " + fault.outcome(), fault.uploadWords(), fault.detail(api));
		}
		return fault.takesEffect() ? new FaultResult(200, 1, "held once, DONE", "It was not sent twice")
				: new FaultResult(200, 1, "not held, FAILED", "Outcome not known", "Certdeck has not sent it again");
	}

	private static FaultResult delete(Api api, Failing fault) {
		if (fault.isRefusal()) {
			return new FaultResult((fault == Failing.THROTTLED) ? 502 : 409, 1, "held, " + fault.outcome(),
					"was not deleted", fault.words(), fault.detail(api));
		}
		if (api == Api.V2 && fault == Failing.ABSENT) {
			// API 2.0 tells a deletion by its code alone.
			return new FaultResult(200, 1, "gone, DONE", "was deleted.");
		}
		return fault.takesEffect() ? new FaultResult(200, 1, "gone, DONE", "was deleted: the cloud's answer was lost")
				: new FaultResult(502, 1, "held, FAILED", "It is not known whether",
						"The cloud still held the certificate a moment ago");
	}

	/**
	 * A deletion that API 3.0 carries out, of whose end the cloud does not tell: the
	 * certificate itself is looked up where the cloud answers something at all.
	 * @param fault what goes wrong
	 * @return what is expected
	 */
	private static FaultResult task(Failing fault) {
		return fault.isTransient()
				? new FaultResult(200, 1, "gone, DONE", "is being deleted", "Tencent Cloud looks for")
				: new FaultResult(200, 1, "gone, DONE", "was deleted");
	}

	/**
	 * The APIs.
	 */
	enum Api {

		/**
		 * API 2.0.
		 */
		V2,

		/**
		 * API 3.0.
		 */
		V3

	}

	/**
	 * What people do.
	 */
	enum Operation {

		/**
		 * Refreshes the list.
		 */
		LIST,

		/**
		 * Opens the page of a certificate.
		 */
		DETAIL,

		/**
		 * Uploads a certificate.
		 */
		UPLOAD,

		/**
		 * Deletes a certificate.
		 */
		DELETE,

		/**
		 * Deletes a certificate and waits for what became of it: by the cloud's task in
		 * API 3.0, by a look at the certificate in API 2.0, whose answer was lost.
		 */
		TASK,

		/**
		 * Lets the cloud be asked what uses a certificate.
		 */
		USAGE

	}

}
