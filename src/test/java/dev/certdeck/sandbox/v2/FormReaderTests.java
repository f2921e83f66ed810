package dev.certdeck.sandbox.v2;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FormReaderTests {

	@Test
	void multipartMayBeginWithALineBreakAndCarriesUtf8() {
		String body = "\r\n--bound\r\nContent-Disposition: form-data; name=\"alias\"\r\n\r\n证书\r\n"
				+ "--bound\r\nContent-Disposition: form-data; name=\"cert\"\r\n\r\n-----BEGIN\r\nA--bound\r\n\r\n\r\n"
				+ "--bound\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\nfile\r\n--bound--\r\n";
		V2Parameters form = form("multipart/form-data; boundary=bound", body);
		assertThat(form.asSent()).containsOnlyKeys("alias", "cert")
			.containsEntry("alias", "证书")
			.containsEntry("cert", "-----BEGIN\r\nA--bound\r\n\r\n");
	}

	@Test
	void multipartWithoutLeadingLineBreakIsRead() {
		String body = "--bound\r\ncontent-disposition: form-data; name=id\r\nContent-Type: text/plain\r\n\r\nabc\r\n--bound--";
		assertThat(form("multipart/form-data; boundary=\"bound\"", body).required("id")).isEqualTo("abc");
	}

	@Test
	void truncatedMultipartHasNoLastField() {
		String body = "--bound\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\nabc";
		assertThat(form("multipart/form-data; boundary=bound", body).asSent()).isEmpty();
	}

	@Test
	void urlEncodedFormIsDecodedOnce() {
		V2Parameters form = form("application/x-www-form-urlencoded; charset=utf-8",
				"a=1%2B1+2&b=%2526&c&=x&a=%E8%AF%81");
		assertThat(form.asSent()).containsEntry("a", "证").containsEntry("b", "%26").containsEntry("c", "");
	}

	@Test
	void brokenEncodingIsRefused() {
		assertThatExceptionOfType(V2Exception.class).isThrownBy(() -> FormReader.query("a=%zz"))
			.satisfies((ex) -> assertThat(ex.json()).contains("\"code\":4000"));
	}

	@Test
	void otherContentHasNoParameters() {
		assertThat(form("application/json", "{\"a\":1}").asSent()).isEmpty();
		assertThat(form("nonsense", "a=1").asSent()).isEmpty();
		assertThat(FormReader.form(null, new byte[0]).asSent()).isEmpty();
	}

	@Test
	void arraysAreReadInTheOrderOfTheirNumbers() {
		V2Parameters query = FormReader.query("ids.10=c&ids.2=b&ids_0=a&ids.x=no&idsx=no");
		assertThat(query.array("ids")).containsExactly("a", "b", "c");
	}

	private static V2Parameters form(String contentType, String body) {
		return FormReader.form(contentType, body.getBytes(StandardCharsets.UTF_8));
	}

}
