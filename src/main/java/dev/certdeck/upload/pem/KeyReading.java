package dev.certdeck.upload.pem;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.jspecify.annotations.Nullable;

/**
 * A text read as one private key.
 *
 * @param key the key, absent if there is a fault
 * @param faults what is wrong with the text; never content of the key
 */
public record KeyReading(@Nullable PemKey key, List<Fault> faults) {

	/**
	 * Creates the reading.
	 */
	public KeyReading {
		faults = List.copyOf(faults);
	}

	/**
	 * Reads one private key. No text makes this fail.
	 * @param text any text
	 * @return the key, or what is wrong with the text
	 */
	public static KeyReading read(String text) {
		PemText pem = PemText.read(text);
		List<Fault> faults = new ArrayList<>(pem.faults());
		pem.blocks()
			.stream()
			.filter((block) -> block.kind() != PemBlock.Kind.PRIVATE_KEY && block.kind() != PemBlock.Kind.PARAMETERS)
			.limit(PemText.MAXIMUM_FAULTS)
			.map(Fault::foreign)
			.forEach(faults::add);
		List<PemBlock> keys = blocks(pem, PemBlock.Kind.PRIVATE_KEY).toList();
		if (keys.size() > 1) {
			faults.add(Fault.of(Fault.Code.SEVERAL_KEYS, keys.size()));
		}
		if (keys.isEmpty()) {
			blocks(pem, PemBlock.Kind.PARAMETERS).limit(1).map(Fault::foreign).forEach(faults::add);
		}
		return faults.isEmpty() ? read(keys.get(0), curveParameters(pem)) : failed(faults);
	}

	private static KeyReading read(PemBlock block, Optional<ASN1Encodable> curveParameters) {
		if (block.label().startsWith("OPENSSH")) {
			return failed(List.of(Fault.in(block, Fault.Code.OPENSSH_KEY)));
		}
		if (block.encrypted() || block.label().startsWith("ENCRYPTED")) {
			return failed(List.of(Fault.in(block, Fault.Code.ENCRYPTED_KEY)));
		}
		try {
			return of(block, KeyDecoder.decode(block.content(), curveParameters));
		}
		catch (NoSuchElementException ex) {
			return failed(List.of(Fault.in(block, Fault.Code.CURVE_MISSING)));
		}
		catch (RuntimeException ex) {
			return failed(List.of(Fault.in(block, Fault.Code.UNREADABLE_KEY)));
		}
	}

	private static KeyReading of(PemBlock block, KeyDecoder.Decoded decoded) {
		if (decoded.key() != null) {
			return new KeyReading(decoded.key(), List.of());
		}
		return failed(List.of((decoded.algorithm() != null)
				? Fault.of(Fault.Code.UNSUPPORTED_KEY, block.number(), block.line(), decoded.algorithm().name())
				: Fault.in(block, Fault.Code.ENCRYPTED_KEY)));
	}

	private static KeyReading failed(List<Fault> faults) {
		return new KeyReading(null, faults);
	}

	private static Optional<ASN1Encodable> curveParameters(PemText pem) {
		try {
			return blocks(pem, PemBlock.Kind.PARAMETERS).findFirst().map((block) -> Asn1.read(block.content()));
		}
		catch (RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static Stream<PemBlock> blocks(PemText pem, PemBlock.Kind kind) {
		return pem.blocks().stream().filter((block) -> block.kind() == kind);
	}

}
