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
import dev.certdeck.pki.TextDecoder;
import dev.certdeck.upload.validation.UploadForm;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * The upload form as a browser sent it. It is read by hand, since data binding keeps
 * values in the model and in exceptions.
 *
 * @param token the form's one-time token
 * @param form what was sent in
 * @param chain the text that was given as certificate, in the field or in one file
 */
record SubmittedForm(String token, UploadForm form, String chain) implements AutoCloseable {

	private static final Pattern TOKEN = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

	/**
	 * Reads a request. Parameters that are missing count as empty.
	 * @param request any request
	 * @return the form
	 */
	static SubmittedForm of(HttpServletRequest request) {
		List<Input> inputs = Stream.of(Field.CHAIN, Field.KEY)
			.flatMap((field) -> Stream.concat(text(request, field), files(request, field)))
			.toList();
		Passphrase passphrase = new Passphrase(parameter(request, "passphrase").toCharArray());
		return new SubmittedForm(token(parameter(request, "token")),
				new UploadForm(type(parameter(request, "type")), parameter(request, "alias"), inputs, passphrase),
				chain(inputs));
	}

	private static String chain(List<Input> inputs) {
		List<Input> given = inputs.stream().filter((input) -> input.field() == Field.CHAIN).toList();
		return (given.size() == 1) ? TextDecoder.decode(given.get(0).content()) : "";
	}

	/**
	 * Wipes the passphrase.
	 */
	@Override
	public void close() {
		this.form.passphrase().close();
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
