package dev.certdeck;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A key in every form in which it can be given, whose lines are looked for afterwards.
 *
 * @param certificate its certificate
 * @param spellings the key in PEM: as PKCS#8, as PKCS#1, encrypted in both ways, cut off
 * and changed
 * @param containers the key with its certificate as PKCS#12, as JKS and as DER
 */
public record MarkedKey(String certificate, List<String> spellings, List<byte[]> containers) {

	/**
	 * Makes a key.
	 * @param passphrase the passphrase of its encrypted forms and the containers
	 * @return the key
	 */
	public static MarkedKey create(String passphrase) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			KeyPair keys = generator.generateKeyPair();
			X509Certificate certificate = certificate(keys);
			String pkcs8 = pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
			String pkcs1 = pem(new PemObject("RSA PRIVATE KEY",
					PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded())
						.parsePrivateKey()
						.toASN1Primitive()
						.getEncoded()));
			return new MarkedKey(pem(certificate),
					List.of(pkcs8, pkcs1, encryptedPkcs8(keys, passphrase), encryptedPkcs1(keys, passphrase),
							pkcs8.substring(0, 900), pkcs8.replaceFirst("(?s)(.{400})[A-Za-z]", "$1*"), flipped(pkcs8),
							pkcs8.replace("PRIVATE KEY", "CERTIFICATE"), pkcs8.replaceAll("-----.*-----", "")),
					List.of(store("PKCS12", keys, certificate, passphrase), store("JKS", keys, certificate, passphrase),
							keys.getPrivate().getEncoded()));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the key as people and tools write it that know nothing of PEM.
	 * @return the texts, of which none has a line in Base64 of its own
	 */
	public List<String> disguises() {
		byte[] key = this.containers.get(2);
		String base64 = Base64.getEncoder().encodeToString(key);
		String hex = HexFormat.of().formatHex(key);
		String colons = HexFormat.ofDelimiter(":").formatHex(key);
		String lines = base64.replaceAll("(.{38})", "$1\n");
		return List.of(lines, base64.replaceAll("(.{8})", "$1 "), lines.replaceAll("(?m)^", "> "),
				lines.replaceAll("(?m)^(.*)$", "\"$1\","), numbered(lines), hex.replaceAll("(.{64})", "$1\n"),
				hex.toUpperCase(Locale.ROOT), colons, colons.replaceAll("(.{45})", "    $1\n"), dump(hex),
				"-----BEGIN CERTIFICATE-----\n" + lines.substring(lines.length() / 2) + "\n-----END CERTIFICATE-----",
				base64.replaceAll("(.{12})", "$1\u200b"), base64.replaceAll("(.{12})", "$1\u00a0"), fullWidth(lines),
				this.certificate + numbered(lines),
				"Private-Key: (2048 bit)\n" + colons.replaceAll("(.{45})", "    $1\n"));
	}

	private static String numbered(String lines) {
		AtomicInteger number = new AtomicInteger();
		return lines.lines().map((line) -> number.incrementAndGet() + ": " + line).collect(Collectors.joining("\n"));
	}

	private static String dump(String hex) {
		return numbered(hex.replaceAll("(.{32})", "$1\n")).replaceAll("([0-9a-f]{4})", "$1 ");
	}

	private static String fullWidth(String text) {
		return text.chars()
			.map((character) -> (character > ' ') ? character + 0xfee0 : character)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * Returns what nobody must find of the key, without anything that its certificate
	 * tells as well.
	 * @return pieces in Base64 and in hexadecimal digits
	 */
	public List<String> secrets() {
		byte[] key = this.containers.get(2);
		String base64 = Base64.getEncoder().encodeToString(key);
		String hex = HexFormat.of().formatHex(key);
		return Stream.concat(pieces(base64, base64.length() - 800), pieces(hex, hex.length() - 1200)).toList();
	}

	private static Stream<String> pieces(String text, int start) {
		return IntStream.iterate(start, (at) -> at + 20 < text.length(), (at) -> at + 10)
			.mapToObj((at) -> text.substring(at, at + 20));
	}

	private static X509Certificate certificate(KeyPair keys) throws Exception {
		X500Name subject = new X500Name("CN=marked-" + UUID.randomUUID().toString().substring(0, 8) + ".example.com");
		Instant now = Instant.now();
		return new JcaX509CertificateConverter()
			.getCertificate(new JcaX509v3CertificateBuilder(subject, new BigInteger(100, new SecureRandom()),
					Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(Duration.ofDays(90))), subject,
					keys.getPublic())
				.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
	}

	private static String encryptedPkcs8(KeyPair keys, String passphrase) throws Exception {
		return pem(new JcaPKCS8Generator(keys.getPrivate(),
				new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
					.setProvider(new BouncyCastleProvider())
					.setPassword(passphrase.toCharArray())
					.setIterationCount(2048)
					.build())
			.generate());
	}

	private static String encryptedPkcs1(KeyPair keys, String passphrase) throws Exception {
		return pem(new JcaMiscPEMGenerator(keys.getPrivate(),
				new JcePEMEncryptorBuilder("AES-256-CBC").setProvider(new BouncyCastleProvider())
					.build(passphrase.toCharArray()))
			.generate());
	}

	private static String flipped(String pem) {
		char[] characters = pem.toCharArray();
		characters[700] = (characters[700] != 'A') ? 'A' : 'B';
		return new String(characters);
	}

	private static byte[] store(String type, KeyPair keys, Certificate certificate, String password) throws Exception {
		KeyStore store = KeyStore.getInstance(type);
		store.load(null, null);
		store.setKeyEntry("key", keys.getPrivate(), password.toCharArray(), new Certificate[] { certificate });
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		store.store(content, password.toCharArray());
		return content.toByteArray();
	}

	private static String pem(Object object) throws Exception {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(object);
		}
		return text.toString();
	}

}
