package dev.certdeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;

/**
 * All regular expressions of the project: in static fields, as arguments of the methods
 * of {@link String} and in constraints of settings.
 */
final class RegularExpressions {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern ARGUMENT = Pattern.compile("\\.(?:(?:matches|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\""
			+ "|(?:replaceAll|replaceFirst)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*,)");

	private static final Pattern QUOTED = Pattern.compile("\\.split\\(Pattern\\.quote\\(");

	private static final List<String> METHODS = List.of("replaceAll", "replaceFirst", "matches", "split");

	private final JavaClasses classes;

	RegularExpressions(JavaClasses classes) {
		this.classes = classes;
	}

	/**
	 * Finds them.
	 * @return each with where it stands
	 */
	Stream<Found> all() {
		return Stream.of(fields(), constraints(), arguments().stream()).flatMap((found) -> found);
	}

	private Stream<Found> fields() {
		return reflected().flatMap((type) -> Stream.of(type.getDeclaredFields())
			.filter((field) -> Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class)
			.map((field) -> new Found(type.getSimpleName() + "." + field.getName(), value(field),
					isMatchedAsAWhole(type, field))));
	}

	private Stream<Class<?>> reflected() {
		return this.classes.stream().map(JavaClass::reflect);
	}

	/**
	 * Tells whether an expression is held against whole texts alone, so that nobody looks
	 * for it from every character on.
	 * @param type where it is used
	 * @param field its name
	 * @return {@code false} if it is also looked for
	 */
	private static boolean isMatchedAsAWhole(Class<?> type, Field field) {
		String source = text(SOURCES.resolve(type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java"));
		String name = field.getName();
		boolean looked = Pattern
			.compile("\\b" + name + "\\s*\\.matcher\\((?:[^;()]|\\([^()]*\\))*\\)\\s*\\.(?!matches)\\w+\\(")
			.matcher(source)
			.find();
		boolean kept = Pattern.compile("= " + name + "\\s*\\.matcher\\(").matcher(source).find()
				&& source.contains(".find()");
		return Modifier.isPrivate(field.getModifiers()) && !looked && !kept && source.contains(".matches()");
	}

	private static Pattern value(Field field) {
		try {
			field.setAccessible(true);
			return (Pattern) field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Stream<Found> constraints() {
		return reflected().filter(Class::isRecord)
			.flatMap((type) -> Stream.of(type.getRecordComponents())
				.flatMap((component) -> constraints(component.getAnnotatedType()))
				.map((form) -> new Found(type.getSimpleName(), Pattern.compile(form), true)));
	}

	private static Stream<String> constraints(AnnotatedType type) {
		Stream<String> own = Stream.<AnnotatedElement>of(type)
			.map((element) -> element.getAnnotation(jakarta.validation.constraints.Pattern.class))
			.flatMap((constraint) -> Optional.ofNullable(constraint).stream())
			.map(jakarta.validation.constraints.Pattern::regexp);
		Stream<AnnotatedType> inner = (type instanceof AnnotatedParameterizedType generic)
				? Arrays.stream(generic.getAnnotatedActualTypeArguments()) : Stream.empty();
		return Stream.concat(own, inner.flatMap(RegularExpressions::constraints));
	}

	private static List<Found> arguments() {
		List<Found> found = new ArrayList<>();
		sources().forEach((source) -> ARGUMENT.matcher(text(source))
			.results()
			.forEach((argument) -> found.add(found(source, argument))));
		return found;
	}

	private static Found found(Path source, MatchResult argument) {
		String expression = Objects.requireNonNullElseGet(argument.group(1), () -> argument.group(2));
		return new Found(source.getFileName() + " " + argument.group(), Pattern.compile(expression.translateEscapes()),
				argument.group().startsWith(".matches"));
	}

	/**
	 * Counts the calls of methods that take a regular expression as a text.
	 * @return the calls in the compiled classes
	 */
	long calls() {
		return this.classes.stream()
			.flatMap((type) -> type.getMethodCallsFromSelf().stream())
			.filter(RegularExpressions::takesExpression)
			.count();
	}

	private static boolean takesExpression(JavaMethodCall call) {
		return call.getTargetOwner().isEquivalentTo(String.class) && METHODS.contains(call.getName());
	}

	/**
	 * Counts those of these calls whose expression is known or a quoted text.
	 * @return the calls in the sources
	 */
	static long knownCalls() {
		return arguments().size()
				+ sources().mapToLong((source) -> QUOTED.matcher(text(source)).results().count()).sum();
	}

	/**
	 * Finds the calls that compile an expression anywhere but for a static field.
	 * @return who calls
	 */
	List<String> compiledLater() {
		return this.classes.stream()
			.flatMap((type) -> type.getMethodCallsFromSelf().stream())
			.filter((call) -> call.getTargetOwner().isEquivalentTo(Pattern.class))
			.filter((call) -> List.of("compile", "matches").contains(call.getName()))
			.filter((call) -> !call.getOrigin().getName().equals("<clinit>"))
			.map(JavaMethodCall::getDescription)
			.toList();
	}

	private static Stream<Path> sources() {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A regular expression.
	 *
	 * @param where where it stands
	 * @param pattern the expression
	 * @param whole whether it is held against whole texts alone
	 */
	record Found(String where, Pattern pattern, boolean whole) {

		@Override
		public String toString() {
			return this.where;
		}

	}

}
