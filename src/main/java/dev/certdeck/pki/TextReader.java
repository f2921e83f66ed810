package dev.certdeck.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.certdeck.pki.key.Asn1;
import org.bouncycastle.asn1.ASN1Encodable;

/**
 * Reads a text with PEM blocks, or bare Base64.
 */
final class TextReader {

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]{40,}+");

	private final ParsedInputBuilder builder;

	private final DerReader der;

	TextReader(ParsedInputBuilder builder, DerReader der) {
		this.builder = builder;
		this.der = der;
	}

	void read(byte[] content, Place place) {
		NormalizedText normalized = NormalizedText.of(TextDecoder.decode(content));
		Lines lines = new Lines(normalized.text());
		if (lines.text().isBlank()) {
			requireField(place);
			return;
		}
		PemText pem = PemText.read(lines, place, this.builder.budget());
		pem.problems().forEach(this.builder::problem);
		if (pem.blocks().isEmpty() && pem.problems().isEmpty()) {
			withoutBlocks(lines, place);
			return;
		}
		note(normalized, pem, place);
		blocks(pem.blocks(), place);
	}

	private static void requireField(Place place) {
		if (!place.file().isEmpty()) {
			throw new UnreadableException(FindingCode.EMPTY_FILE);
		}
	}

	private void note(NormalizedText normalized, PemText pem, Place place) {
		if (normalized.tidied()) {
			this.builder.note(FindingCode.TIDIED, place);
		}
		if (normalized.unescaped()) {
			this.builder.note(FindingCode.UNESCAPED, place);
		}
		if (pem.isIrregular()) {
			this.builder.note(FindingCode.MARKERS, place);
		}
		if (pem.outside() > 0) {
			this.builder.note(FindingCode.OTHER_TEXT, place.at(0, pem.firstOutside()), pem.outside());
		}
	}

	private void withoutBlocks(Lines lines, Place place) {
		int begin = lines.text().indexOf("BEGIN ");
		if (begin >= 0) {
			this.builder.problem(Finding.of(FindingCode.MALFORMED_BEGIN, place.at(0, lines.lineOf(begin))));
			return;
		}
		byte[] content = bareBase64(lines.text());
		if (new String(content, StandardCharsets.ISO_8859_1).startsWith("-----BEGIN ")) {
			this.builder.note(FindingCode.ENCODED_TWICE, place);
			read(content, place);
			return;
		}
		if (DerReader.kindOf(content) == DerKind.OTHER) {
			throw new UnreadableException(NotPem.recognise(lines.text()));
		}
		this.der.read(content, place, FindingCode.BARE_BASE64);
	}

	private static byte[] bareBase64(String text) {
		try {
			return BASE64.matcher(text).matches() ? Base64.getDecoder().decode(text.replaceAll("\\s", ""))
					: new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	private void blocks(List<PemBlock> blocks, Place place) {
		Optional<ASN1Encodable> curve = Optional.empty();
		for (PemBlock block : blocks) {
			if (this.builder.isFull()) {
				return;
			}
			Place at = place.at(block.number(), block.line());
			try {
				if (block.kind() == PemBlock.Kind.PARAMETERS) {
					curve = parameters(block);
				}
				else {
					read(block, curve, at);
				}
			}
			catch (UnreadableException ex) {
				this.builder.problem(ex.at(at));
			}
		}
	}

	private static Optional<ASN1Encodable> parameters(PemBlock block) {
		try {
			return Optional.of(Asn1.read(block.content()));
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableException(FindingCode.OTHER_BLOCK, block.shownLabel());
		}
	}

	private void read(PemBlock block, Optional<ASN1Encodable> curve, Place place) {
		switch (block.kind()) {
			case CERTIFICATE -> certificate(block, place);
			case PRIVATE_KEY -> key(block, curve, place);
			case PKCS7 -> this.der.read(block.content(), place, FindingCode.DER);
			case REQUEST -> throw new UnreadableException(FindingCode.REQUEST);
			case PUBLIC_KEY -> throw new UnreadableException(FindingCode.PUBLIC_KEY);
			case REVOCATION_LIST -> throw new UnreadableException(FindingCode.REVOCATION_LIST);
			case PARAMETERS, OTHER -> throw new UnreadableException(FindingCode.OTHER_BLOCK, block.shownLabel());
		}
	}

	private void certificate(PemBlock block, Place place) {
		try {
			this.builder.certificate(block.content(), place);
		}
		catch (UnreadableException ex) {
			switch (DerReader.kindOf(block.content())) {
				case PRIVATE_KEY, ENCRYPTED_KEY, PKCS7, REQUEST, PUBLIC_KEY, REVOCATION_LIST ->
					this.der.read(block.content(), place, FindingCode.DER);
				default -> throw ex;
			}
		}
		if (!"CERTIFICATE".equals(block.label())) {
			this.builder.note(FindingCode.RELABELLED, place, block.label());
		}
	}

	private void key(PemBlock block, Optional<ASN1Encodable> curve, Place place) {
		if (block.label().startsWith("OPENSSH")) {
			throw new UnreadableException(FindingCode.OPENSSH_KEY);
		}
		if (block.isEncrypted()) {
			this.der.legacyKey(block, curve, place);
		}
		else {
			this.der.key(block.content(), curve, place);
		}
	}

}
