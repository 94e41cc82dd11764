// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that only their owner can read, from the moment they exist. Elsewhere than on POSIX systems the
 * rights of the user's own directory are what there is. */
public final class OwnerOnly {

	private static final FileAttribute<?> FILE = PosixFilePermissions
			.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
	private static final FileAttribute<?> DIRECTORY = PosixFilePermissions
			.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private OwnerOnly() {
	}

	/** Makes a directory, and those above it, where they are missing. */
	public static void createDirectories(Path directory) throws IOException {
		if (Files.isDirectory(directory)) {
			return;
		}
		Files.createDirectories(directory, isPosix(directory) ? new FileAttribute<?>[] { DIRECTORY } : new FileAttribute<?>[0]);
	}

	/** Makes an empty file where it is missing. */
	public static void createFile(Path file) throws IOException {
		if (!Files.exists(file)) {
			Files.createFile(file, isPosix(file) ? new FileAttribute<?>[] { FILE } : new FileAttribute<?>[0]);
		}
	}

	/** Writes a text; whoever reads the file meanwhile sees the old one or the new one, never a half. */
	static void write(Path file, String text) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(fresh);
		createFile(fresh);
		Files.write(fresh, text.getBytes(StandardCharsets.US_ASCII));
		Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private static boolean isPosix(Path path) throws IOException {
		Path existing = path.toAbsolutePath();
		while (!Files.exists(existing)) {
			existing = existing.getParent();
		}
		FileStore store = Files.getFileStore(existing);
		return store.supportsFileAttributeView("posix");
	}
}
