package dev.certdeck.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files of a ZIP archive that belong to one upload. Tencent Cloud's download has a
 * folder for each kind of server, all with the same certificate; one of them is used.
 *
 * @param folder the folder that is used, empty for the whole archive
 * @param files the files
 * @param password the password from a file beside them, may be empty
 */
record Archive(String folder, List<File> files, Passphrase password) {

	private static final int MAXIMUM_ENTRIES = 100;

	private static final int MAXIMUM_UNPACKED = 2 << 20;

	private static final List<String> FOLDERS = List.of("nginx", "apache", "tomcat", "iis");

	private static final String PASSWORD_FILE = "keystorepass.txt";

	/**
	 * Unpacks an archive in memory.
	 * @param content the archive
	 * @param budget limits the work
	 * @return its files
	 * @throws UnreadableException if it is damaged, encrypted or too large
	 */
	static Archive unpack(byte[] content, WorkBudget budget) {
		List<File> files = files(content, budget);
		String folder = FOLDERS.stream()
			.flatMap((wanted) -> files.stream().map(File::folder).filter((name) -> name.equalsIgnoreCase(wanted)))
			.findFirst()
			.orElse("");
		List<File> used = files.stream().filter((file) -> folder.isEmpty() || file.folder().equals(folder)).toList();
		return new Archive(folder, used.stream().filter((file) -> !file.isPassword()).filter(File::isRelevant).toList(),
				used.stream().filter(File::isPassword).findFirst().map(File::password).orElseGet(Passphrase::none));
	}

	private static List<File> files(byte[] content, WorkBudget budget) {
		List<File> files = new ArrayList<>();
		int left = MAXIMUM_UNPACKED;
		try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content),
				StandardCharsets.ISO_8859_1)) {
			int entries = 0;
			for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
				budget.requireTime();
				if (++entries > MAXIMUM_ENTRIES || entry.getSize() > left) {
					throw new UnreadableException(FindingCode.ZIP_TOO_LARGE);
				}
				byte[] unpacked = archive.readNBytes(left + 1);
				left -= unpacked.length;
				if (left < 0) {
					throw new UnreadableException(FindingCode.ZIP_TOO_LARGE);
				}
				if (!entry.isDirectory()) {
					files.add(new File(entry.getName(), unpacked));
				}
			}
			return files;
		}
		catch (ZipException ex) {
			throw new UnreadableException(Objects.toString(ex.getMessage()).contains("encrypted")
					? FindingCode.ZIP_ENCRYPTED : FindingCode.UNREADABLE_CONTAINER);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new UnreadableException(FindingCode.UNREADABLE_CONTAINER);
		}
	}

	/**
	 * A file of an archive.
	 *
	 * @param name its path
	 * @param content what it holds
	 */
	record File(String name, byte[] content) {

		private static final List<String> EXTENSIONS = List.of("pem", "crt", "cer", "cert", "key", "der", "pfx", "p12",
				"p7b", "p7c", "jks", "txt");

		String folder() {
			return FileName.folder(this.name);
		}

		private String lowerName() {
			return FileName.last(this.name).toLowerCase(Locale.ROOT);
		}

		boolean isPassword() {
			return lowerName().equals(PASSWORD_FILE);
		}

		boolean isRelevant() {
			return EXTENSIONS.contains(FileName.extension(lowerName()));
		}

		Passphrase password() {
			String password = new String(this.content, StandardCharsets.UTF_8).strip();
			return (password.length() <= Passphrase.LONGEST) ? new Passphrase(password.toCharArray())
					: Passphrase.none();
		}

		@Override
		public String toString() {
			return "File[%s]".formatted(FileName.shown(this.name));
		}

	}

}
