package dev.certdeck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 that can be full, at {@code limited:} before the path of a file.
 */
public final class LimitedDisk extends FilePathWrapper {

	private static volatile boolean full;

	/**
	 * Makes H2 know the disk.
	 */
	static void mount() {
		FilePath.register(new LimitedDisk());
	}

	/**
	 * Fills the disk, or makes room.
	 * @param full whether nothing more can be written
	 */
	static void fill(boolean full) {
		LimitedDisk.full = full;
	}

	@Override
	public String getScheme() {
		return "limited";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new LimitedFile(super.open(mode));
	}

	private static final class LimitedFile extends FileBase {

		private final FileChannel file;

		LimitedFile(FileChannel file) {
			this.file = file;
		}

		private static void checkRoom() throws IOException {
			if (full) {
				throw new IOException("No space left on device");
			}
		}

		@Override
		public int read(ByteBuffer target) throws IOException {
			return this.file.read(target);
		}

		@Override
		public int read(ByteBuffer target, long position) throws IOException {
			return this.file.read(target, position);
		}

		@Override
		public int write(ByteBuffer source) throws IOException {
			checkRoom();
			return this.file.write(source);
		}

		@Override
		public int write(ByteBuffer source, long position) throws IOException {
			checkRoom();
			return this.file.write(source, position);
		}

		@Override
		public long position() throws IOException {
			return this.file.position();
		}

		@Override
		public FileChannel position(long position) throws IOException {
			this.file.position(position);
			return this;
		}

		@Override
		public long size() throws IOException {
			return this.file.size();
		}

		@Override
		public FileChannel truncate(long size) throws IOException {
			this.file.truncate(size);
			return this;
		}

		@Override
		public void force(boolean metaData) throws IOException {
			this.file.force(metaData);
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.file.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.file.close();
		}

	}

}
