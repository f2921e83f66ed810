package dev.certdeck.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.FileName;
import dev.certdeck.pki.Input;
import dev.certdeck.pki.Passphrase;
import dev.certdeck.upload.validation.UploadForm;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Reads the upload form by hand, since data binding keeps values in the model and in
 * exceptions.
 */
final class UploadFormReader {

	private static final Pattern TOKEN = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

	private UploadFormReader() {
	}

	/**
	 * Reads a request. Parameters that are missing count as empty.
	 * @param request any request
	 * @return the form, with a new token if it has none that is valid
	 */
	static UploadForm read(HttpServletRequest request) {
		List<Input> inputs = Stream.of(Field.CHAIN, Field.KEY)
			.flatMap((field) -> Stream.concat(text(request, field), files(request, field)))
			.toList();
		return new UploadForm(token(parameter(request, "token")), type(parameter(request, "type")),
				parameter(request, "alias"), inputs, new Passphrase(parameter(request, "passphrase").toCharArray()));
	}

	static String newToken() {
		return UUID.randomUUID().toString();
	}

	private static String token(String value) {
		return TOKEN.matcher(value).matches() ? value : newToken();
	}

	private static @Nullable CertificateType type(String name) {
		return Arrays.stream(CertificateType.values())
			.filter((type) -> type.name().equals(name))
			.findFirst()
			.orElse(null);
	}

	private static Stream<Input> text(HttpServletRequest request, Field field) {
		return Stream.of(parameter(request, field.id()))
			.filter((text) -> !text.isBlank())
			.map((text) -> new Input(field, "", text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String parameter(HttpServletRequest request, String name) {
		return Objects.requireNonNullElse(request.getParameter(name), "");
	}

	private static Stream<Input> files(HttpServletRequest request, Field field) {
		MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
		List<MultipartFile> files = (multipart != null) ? multipart.getFiles(field.id() + "File") : List.of();
		return files.stream()
			.filter((file) -> !file.isEmpty() || !name(file).isEmpty())
			.map((file) -> new Input(field, name(file), content(file)));
	}

	private static String name(MultipartFile file) {
		return FileName.shown(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
	}

	private static byte[] content(MultipartFile file) {
		try {
			return file.getBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
