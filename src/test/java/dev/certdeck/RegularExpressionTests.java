package dev.certdeck;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every regular expression of the project takes time that grows with the length of the
 * text alone, whatever the text is. Time is the number of characters that are looked at.
 */
class RegularExpressionTests {

	private static final int LENGTH = 2_500;

	private static final int LOOKS_PER_CHARACTER = 300;

	private static final List<String> ENDS = List.of("", "!", "\n");

	/**
	 * What is held against settings at the start alone.
	 */
	private static final List<String> OF_SETTINGS = List.of("Group.WHOLE");

	private static final RegularExpressions EXPRESSIONS = new RegularExpressions(classes());

	private static JavaClasses classes() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("dev.certdeck");
	}

	static Stream<RegularExpressions.Found> expressions() {
		return EXPRESSIONS.all().filter((expression) -> !OF_SETTINGS.contains(expression.where()));
	}

	@ParameterizedTest
	@MethodSource("expressions")
	void timeGrowsWithTheLengthAlone(RegularExpressions.Found expression) {
		hostileTexts(expression.pattern()).forEach((text) -> {
			CountedText counted = new CountedText(text, LOOKS_PER_CHARACTER * LENGTH);
			Matcher matcher = expression.pattern().matcher(counted);
			matcher.matches();
			matcher.reset();
			while (!expression.whole() && matcher.find()) {
				continue;
			}
		});
	}

	@Test
	void everyExpressionIsKnown() {
		assertThat(EXPRESSIONS.calls()).isEqualTo(RegularExpressions.knownCalls());
		assertThat(EXPRESSIONS.compiledLater()).isEmpty();
		assertThat(expressions()).hasSizeGreaterThan(80);
	}

	/**
	 * Makes long texts of every ASCII character, and of what the expression itself names:
	 * its words, its words before a run of each of its characters, and pairs of these.
	 * @param pattern the expression
	 * @return texts, each with several ends
	 */
	private static Stream<String> hostileTexts(Pattern pattern) {
		List<String> characters = IntStream.concat(IntStream.range(0, 0x80), IntStream.of(0xa0, 0x200b, 0x2014, 0x3002))
			.mapToObj(Character::toString)
			.toList();
		List<String> words = Stream.of(pattern.pattern().split("[^A-Za-z0-9-]+"))
			.filter((word) -> word.length() > 1)
			.distinct()
			.limit(8)
			.toList();
		List<String> own = pattern.pattern().chars().distinct().limit(12).mapToObj(Character::toString).toList();
		Stream<String> pairs = own.stream().flatMap((one) -> own.stream().limit(6).map(one::concat));
		Stream<String> runs = words.stream()
			.flatMap((word) -> Stream.concat(Stream.of(" ", "\n", "a", "0", "-"), own.stream().limit(6))
				.map((character) -> word + fill(character)));
		return Stream
			.of(Stream.concat(characters.stream(), words.stream()).map(RegularExpressionTests::fill),
					pairs.map(RegularExpressionTests::fill), runs)
			.flatMap((texts) -> texts)
			.flatMap((text) -> ENDS.stream().map(text::concat));
	}

	private static String fill(String part) {
		return part.repeat(LENGTH / part.length());
	}

	/**
	 * A text that counts how often somebody looks at its characters.
	 */
	private static final class CountedText implements CharSequence {

		private final String text;

		private long left;

		CountedText(String text, long looks) {
			this.text = text;
			this.left = looks;
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public char charAt(int index) {
			if (this.left-- == 0) {
				throw new AssertionError("More looks than a linear time allows at a text that begins with "
						+ this.text.substring(0, 40));
			}
			return this.text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this.text.substring(start, end);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
