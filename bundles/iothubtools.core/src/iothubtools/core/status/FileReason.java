// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Says why a file could not be used: of the usual reasons Java's own exceptions name the file and nothing else. */
public final class FileReason {

	private FileReason() {
	}

	/** The reason, as a sentence that goes behind a colon. */
	public static String of(IOException failure) {
		@Nullable
		String name = failure instanceof FileSystemException trouble ? trouble.getFile() : null;
		if (name != null && failure instanceof NoSuchFileException) {
			return NLS.bind(Messages.FileReason_missing, missing(new File(name)));
		}
		if (name != null && failure instanceof FolderException) {
			return NLS.bind(Messages.FileReason_folder, name);
		}
		if (name != null && failure instanceof AccessDeniedException) {
			File file = new File(name);
			@Nullable
			File folder = file.getParentFile();
			// one that was to be written, maybe under another name until it is whole
			return folder != null && !file.exists() ? NLS.bind(Messages.FileReason_folderRefused, folder) : NLS.bind(Messages.FileReason_refused, file);
		}
		String message = failure.getLocalizedMessage();
		return message == null ? failure.getClass().getSimpleName() : message;
	}

	/** The folder where that is what is missing. */
	private static File missing(File file) {
		@Nullable
		File folder = file.getParentFile();
		return folder == null || folder.exists() ? file : folder;
	}
}
