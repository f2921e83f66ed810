package dev.certdeck.upload.pem;

/**
 * Reads one field or file by what its content is, whatever it is called.
 */
final class ContentReader {

	static final int MAXIMUM_LENGTH = 1 << 20;

	private final Harvest harvest;

	private final DerReader der;

	private final TextReader text;

	private final Opener opener;

	ContentReader(Harvest harvest, Opener opener) {
		this.harvest = harvest;
		this.opener = opener;
		this.der = new DerReader(harvest, opener);
		this.text = new TextReader(harvest, this.der);
	}

	/**
	 * Reads a field or file. No content makes this fail.
	 * @param input the field or file
	 */
	void read(Input input) {
		read(input.content(), Origin.of(input), true);
	}

	/**
	 * Reads content.
	 * @param content any bytes
	 * @param origin where it stands
	 * @param archives whether archives are unpacked
	 */
	void read(byte[] content, Origin origin, boolean archives) {
		if (this.harvest.isFull()) {
			return;
		}
		try {
			if (content.length > MAXIMUM_LENGTH) {
				throw new UnreadableException(Fault.Code.TOO_LARGE, MAXIMUM_LENGTH / 1024);
			}
			switch (ContentKind.of(content)) {
				case ZIP -> unpack(content, origin, archives);
				case JAVA_KEY_STORE -> new JavaKeyStoreReader(this.harvest, this.opener).read(content, origin);
				case JCEKS -> throw new UnreadableException(Fault.Code.JCEKS);
				case DER -> this.der.read(content, origin, Change.Code.DER);
				case TEXT -> this.text.read(content, origin);
			}
		}
		catch (UnreadableException ex) {
			this.harvest.fault(ex.at(origin));
		}
	}

	private void unpack(byte[] content, Origin origin, boolean archives) {
		if (!archives) {
			throw new UnreadableException(Fault.Code.BINARY);
		}
		Archive archive = Archive.unpack(content, this.harvest.budget());
		this.harvest.change(Change.of(Change.Code.ZIP, origin, archive.folder()));
		int before = this.harvest.count();
		this.opener.with(archive.password(), () -> archive.files()
			.forEach((file) -> read(file.content(), origin.inside(FileName.shownPath(file.name())), false)));
		if (this.harvest.count() == before && archive.files().isEmpty()) {
			throw new UnreadableException(Fault.Code.EMPTY_CONTAINER);
		}
	}

}
