// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files of a person that others on the same machine have no business to read, from the moment they are there. */
final class OwnerOnly {

	private static final FileAttribute<?> RIGHTS = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private OwnerOnly() {
	}

	/**
	 * Makes a file, which must not be there; where the file system knows no such rights, with those that it has.
	 *
	 * @throws java.nio.file.FileAlreadyExistsException if it is there
	 */
	static void create(Path file) throws IOException {
		boolean rights = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
		Files.createFile(file, rights ? new FileAttribute<?>[] { RIGHTS } : new FileAttribute<?>[0]);
	}
}
