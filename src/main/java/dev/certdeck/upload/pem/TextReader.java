package dev.certdeck.upload.pem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.certdeck.upload.key.Asn1;
import org.bouncycastle.asn1.ASN1Encodable;

/**
 * Reads a text: the blocks of PEM that it holds, or Base64 alone.
 */
final class TextReader {

	private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=\\s]{40,}+");

	private final Harvest harvest;

	private final DerReader der;

	TextReader(Harvest harvest, DerReader der) {
		this.harvest = harvest;
		this.der = der;
	}

	/**
	 * Reads a text.
	 * @param content any bytes
	 * @param origin where they stand
	 * @throws UnreadableException if the text holds no block
	 */
	void read(byte[] content, Origin origin) {
		Repairs repairs = Repairs.of(TextDecoder.decode(content));
		Lines lines = new Lines(repairs.text());
		if (lines.text().isBlank()) {
			requireField(origin);
			return;
		}
		PemText pem = PemText.read(lines, origin, this.harvest.budget());
		pem.faults().forEach(this.harvest::fault);
		if (pem.blocks().isEmpty() && pem.faults().isEmpty()) {
			withoutBlocks(lines, origin);
			return;
		}
		changes(repairs, pem, origin);
		blocks(pem.blocks(), origin);
	}

	private static void requireField(Origin origin) {
		if (!origin.file().isEmpty()) {
			throw new UnreadableException(Fault.Code.EMPTY_FILE);
		}
	}

	private void changes(Repairs repairs, PemText pem, Origin origin) {
		if (repairs.tidied()) {
			this.harvest.change(Change.of(Change.Code.TIDIED, origin));
		}
		if (repairs.unescaped()) {
			this.harvest.change(Change.of(Change.Code.UNESCAPED, origin));
		}
		if (pem.isIrregular()) {
			this.harvest.change(Change.of(Change.Code.MARKERS, origin));
		}
		if (pem.outside() > 0) {
			this.harvest.change(Change.of(Change.Code.OTHER_TEXT, origin.at(0, pem.firstOutside()), pem.outside()));
		}
	}

	private void withoutBlocks(Lines lines, Origin origin) {
		int begin = lines.text().indexOf("BEGIN ");
		if (begin >= 0) {
			this.harvest.fault(Fault.of(Fault.Code.MALFORMED_BEGIN, origin.at(0, lines.lineOf(begin))));
			return;
		}
		byte[] content = bareBase64(lines.text());
		if (new String(content, StandardCharsets.ISO_8859_1).startsWith("-----BEGIN ")) {
			this.harvest.change(Change.of(Change.Code.ENCODED_TWICE, origin));
			read(content, origin);
			return;
		}
		if (DerReader.kindOf(content) == DerKind.OTHER) {
			throw new UnreadableException(NotPem.recognise(lines.text()));
		}
		this.der.read(content, origin, Change.Code.BARE_BASE64);
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

	private void blocks(List<PemBlock> blocks, Origin origin) {
		Optional<ASN1Encodable> curve = Optional.empty();
		for (PemBlock block : blocks) {
			if (this.harvest.isFull()) {
				return;
			}
			Origin place = origin.at(block.number(), block.line());
			try {
				if (block.kind() == PemBlock.Kind.PARAMETERS) {
					curve = parameters(block);
				}
				else {
					read(block, curve, place);
				}
			}
			catch (UnreadableException ex) {
				this.harvest.fault(ex.at(place));
			}
		}
	}

	private static Optional<ASN1Encodable> parameters(PemBlock block) {
		try {
			return Optional.of(Asn1.read(block.content()));
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableException(Fault.Code.OTHER_BLOCK, block.shownLabel());
		}
	}

	private void read(PemBlock block, Optional<ASN1Encodable> curve, Origin origin) {
		switch (block.kind()) {
			case CERTIFICATE -> certificate(block, origin);
			case PRIVATE_KEY -> key(block, curve, origin);
			case PKCS7 -> this.der.read(block.content(), origin, Change.Code.DER);
			case REQUEST -> throw new UnreadableException(Fault.Code.REQUEST);
			case PUBLIC_KEY -> throw new UnreadableException(Fault.Code.PUBLIC_KEY);
			case REVOCATION_LIST -> throw new UnreadableException(Fault.Code.REVOCATION_LIST);
			case PARAMETERS, OTHER -> throw new UnreadableException(Fault.Code.OTHER_BLOCK, block.shownLabel());
		}
	}

	private void certificate(PemBlock block, Origin origin) {
		try {
			this.harvest.certificate(block.content(), origin);
		}
		catch (UnreadableException ex) {
			switch (DerReader.kindOf(block.content())) {
				case PRIVATE_KEY, ENCRYPTED_KEY, PKCS7, REQUEST, PUBLIC_KEY, REVOCATION_LIST ->
					this.der.read(block.content(), origin, Change.Code.DER);
				default -> throw ex;
			}
		}
		if (!"CERTIFICATE".equals(block.label())) {
			this.harvest.change(Change.of(Change.Code.RELABELLED, origin, block.label()));
		}
	}

	private void key(PemBlock block, Optional<ASN1Encodable> curve, Origin origin) {
		if (block.label().startsWith("OPENSSH")) {
			throw new UnreadableException(Fault.Code.OPENSSH_KEY);
		}
		if (block.isEncrypted()) {
			this.der.legacyKey(block, curve, origin);
		}
		else {
			this.der.key(block.content(), curve, origin);
		}
	}

}
