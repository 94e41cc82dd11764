// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why a file could not be used. Of the usual reasons Java's own exceptions name the file and nothing else. */
public final class FileTrouble {

	private FileTrouble() {
	}

	/** The reason, in words that go behind a colon. */
	public static String of(IOException e) {
		if (e instanceof FileSystemException trouble) {
			if (e instanceof NoSuchFileException) {
				return trouble.getFile() + " is not there";
			}
			if (e instanceof AccessDeniedException) {
				return "this user may not use " + trouble.getFile();
			}
			if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
				return trouble.getFile() + " is a file, not a directory";
			}
		}
		String message = e.getMessage();
		return message == null ? e.toString() : message;
	}
}
