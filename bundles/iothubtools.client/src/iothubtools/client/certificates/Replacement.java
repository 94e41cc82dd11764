// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.certificates;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/** Puts several files in the place of others, or none of them: a key without its certificate is of no use. */
final class Replacement implements AutoCloseable {

	/** A file that is to be, what is in it by now, and what stood there before, once it was put aside. */
	private static final class Entry {

		private final Path file;
		private final Path fresh;
		private @Nullable Path aside;
		private boolean placed;

		Entry(Path file, Path fresh) {
			this.file = file;
			this.fresh = fresh;
		}
	}

	private final List<Entry> entries = new ArrayList<>();

	/** Writes what is to be in a file beside it. */
	void add(Path file, byte[] content) throws IOException {
		if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
			throw new FileAlreadyExistsException(file.toString(), null, "is no file");
		}
		// a temporary file is its owner's alone
		Path fresh = temporary(file);
		entries.add(new Entry(file, fresh));
		Files.write(fresh, content);
	}

	private static Path temporary(Path file) throws IOException {
		return Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".tmp");
	}

	/** Puts all in their places. */
	void run() throws IOException {
		try {
			for (Entry entry : entries) {
				if (Files.exists(entry.file)) {
					Path aside = temporary(entry.file);
					Files.move(entry.file, aside, StandardCopyOption.REPLACE_EXISTING);
					entry.aside = aside;
				}
				Files.move(entry.fresh, entry.file);
				entry.placed = true;
			}
		} catch (IOException e) {
			undo(e);
			throw e;
		}
		for (Entry entry : entries) {
			Path aside = entry.aside;
			if (aside != null) {
				Files.deleteIfExists(aside);
			}
		}
	}

	private void undo(IOException why) {
		for (Entry entry : entries) {
			try {
				Path aside = entry.aside;
				if (aside != null) {
					Files.move(aside, entry.file, StandardCopyOption.REPLACE_EXISTING);
				} else if (entry.placed) {
					Files.deleteIfExists(entry.file);
				}
			} catch (IOException e) {
				why.addSuppressed(e);
			}
		}
	}

	/** Removes what did not come into its place. */
	@Override
	public void close() throws IOException {
		for (Entry entry : entries) {
			Files.deleteIfExists(entry.fresh);
		}
	}
}
