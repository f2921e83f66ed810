package dev.certdeck.upload;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.certdeck.inventory.CloudTexts;
import dev.certdeck.upload.pem.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FormViews}.
 */
class FormViewsTests {

	private final FormViews views = new FormViews(messages(), new CloudTexts(messages()));

	@ParameterizedTest
	@MethodSource("findings")
	void everyFindingHasWordsWithItsParticulars(Finding finding) {
		assertThat(this.views.text(finding)).isNotBlank().doesNotContain("{", "}", "''");
	}

	static Stream<Finding> findings() {
		Stream<Finding> faults = Arrays.stream(Fault.Code.values())
			.flatMap((code) -> Stream.of(Field.CHAIN, Field.KEY)
				.map((field) -> Finding.problem(field, Finding.codeOf(code), 1, 2, "A", "B")));
		Stream<Finding> others = Stream
			.of("type-missing", "alias-too-long", "alias-control-character", "text-and-file", "swapped", "expired",
					"too-many-certificates", "key-not-wanted", "key-mismatch", "key-of-other", "key-damaged",
					"already-held", "check-failed", "cloud-refused", "cloud-throttled", "cloud-unreachable",
					"cloud-unintelligible")
			.map((code) -> Finding.problem(Field.FORM, code, "A", "B", "C"));
		return Stream.concat(faults, others);
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		return messages;
	}

}
