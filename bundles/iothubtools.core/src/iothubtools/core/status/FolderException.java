// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file is to be read or written there is a folder, which Java says in other words on each system, or deletes if it is empty. */
public final class FolderException extends FileSystemException {

	private static final long serialVersionUID = 1L;

	private FolderException(Path folder) {
		super(folder.toString());
	}

	/** @throws FolderException if it is a folder */
	public static void check(Path file) throws FolderException {
		if (Files.isDirectory(file)) {
			throw new FolderException(file);
		}
	}
}
