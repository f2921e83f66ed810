package dev.certdeck.pki;

/**
 * Reads a field or file by its content, whatever its name. No content makes it throw.
 */
final class ContentReader {

	static final int MAXIMUM_LENGTH = 1 << 20;

	private final ParsedInputBuilder builder;

	private final DerReader der;

	private final TextReader text;

	private final Decryptor decryptor;

	ContentReader(ParsedInputBuilder builder, Decryptor decryptor) {
		this.builder = builder;
		this.decryptor = decryptor;
		this.der = new DerReader(builder, decryptor);
		this.text = new TextReader(builder, this.der);
	}

	void read(Input input) {
		read(input.content(), new Place(input.field(), input.file(), 0, 0), true);
	}

	/**
	 * Reads content.
	 * @param content any bytes
	 * @param place where it stands
	 * @param archives whether archives are unpacked
	 */
	void read(byte[] content, Place place, boolean archives) {
		if (this.builder.isFull()) {
			return;
		}
		try {
			if (content.length > MAXIMUM_LENGTH) {
				throw new UnreadableException(FindingCode.TOO_LARGE, MAXIMUM_LENGTH / 1024);
			}
			switch (ContentKind.of(content)) {
				case ZIP -> unpack(content, place, archives);
				case JAVA_KEY_STORE -> new JavaKeyStoreReader(this.builder, this.decryptor).read(content, place);
				case JCEKS -> throw new UnreadableException(FindingCode.JCEKS);
				case DER -> this.der.read(content, place, FindingCode.DER);
				case TEXT -> this.text.read(content, place);
			}
		}
		catch (UnreadableException ex) {
			this.builder.problem(ex.at(place));
		}
	}

	private void note(String folder, Place place) {
		if (folder.isEmpty()) {
			this.builder.note(FindingCode.ZIP, place);
		}
		else {
			this.builder.note(FindingCode.ZIP_FOLDER, place, folder);
		}
	}

	private void unpack(byte[] content, Place place, boolean archives) {
		if (!archives) {
			throw new UnreadableException(FindingCode.BINARY);
		}
		Archive archive = Archive.unpack(content, this.builder.budget());
		note(archive.folder(), place);
		int before = this.builder.count();
		this.decryptor.with(archive.password(), () -> archive.files()
			.forEach((file) -> read(file.content(), place.inside(FileName.shownPath(file.name())), false)));
		if (this.builder.count() == before && archive.files().isEmpty()) {
			throw new UnreadableException(FindingCode.EMPTY_CONTAINER);
		}
	}

}
