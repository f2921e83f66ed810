package dev.certdeck.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

import dev.certdeck.certificate.CertificateType;
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
 * @param submission what was sent in
 */
record SubmittedForm(String token, Submission submission) {

	/**
	 * Reads a request. Parameters that are missing count as empty.
	 * @param request any request
	 * @return the form
	 */
	static SubmittedForm of(HttpServletRequest request) {
		return new SubmittedForm(token(parameter(request, "token")), new Submission(type(parameter(request, "type")),
				parameter(request, "alias"), text(request, "chain"), text(request, "key")));
	}

	static String newToken() {
		return UUID.randomUUID().toString();
	}

	private static String token(String value) {
		return value.matches("[0-9a-f-]{36}") ? value : newToken();
	}

	private static @Nullable CertificateType type(String name) {
		return Arrays.stream(CertificateType.values())
			.filter((type) -> type.name().equals(name))
			.findFirst()
			.orElse(null);
	}

	private static Submission.Text text(HttpServletRequest request, String name) {
		return new Submission.Text(parameter(request, name), file(request, name + "File"));
	}

	private static String parameter(HttpServletRequest request, String name) {
		return Objects.requireNonNullElse(request.getParameter(name), "");
	}

	private static String file(HttpServletRequest request, String name) {
		MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
		MultipartFile file = (multipart != null) ? multipart.getFile(name) : null;
		try {
			return (file != null) ? SubmittedText.decode(file.getBytes()) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
