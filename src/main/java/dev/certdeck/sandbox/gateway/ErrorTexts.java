package dev.certdeck.sandbox.gateway;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;

/**
 * The words of a dialect's error codes.
 */
public final class ErrorTexts {

	private final Properties byCode = new Properties();

	private ErrorTexts() {
	}

	/**
	 * Loads the words.
	 * @param path where they lie on the class path, as properties in UTF-8
	 * @return the words
	 */
	public static ErrorTexts load(String path) {
		ErrorTexts texts = new ErrorTexts();
		EncodedResource resource = new EncodedResource(new ClassPathResource(path), StandardCharsets.UTF_8);
		try (Reader reader = resource.getReader()) {
			texts.byCode.load(reader);
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The words of a code.
	 * @param code the code
	 * @return the words, or empty when the code is not known
	 */
	public Optional<String> of(String code) {
		return Optional.ofNullable(this.byCode.getProperty(code));
	}

}
