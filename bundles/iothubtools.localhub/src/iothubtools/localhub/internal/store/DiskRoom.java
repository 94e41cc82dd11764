// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;

/** The disk that the store is on: asked before each commit, as a commit that fails for want of room costs the store. */
final class DiskRoom {

	/** Left free in any case: a commit writes some pages more than what was changed. */
	private static final long RESERVE = 2L * 1024 * 1024;

	private final Path folder;
	private final @Nullable FileStore disk;

	DiskRoom(Path file) {
		folder = file.toAbsolutePath().getParent();
		disk = disk(folder);
	}

	private static @Nullable FileStore disk(Path folder) {
		try {
			return Files.getFileStore(folder);
		} catch (IOException e) {
			return null; // who cannot be asked is written to
		}
	}

	/** Bytes that may be written. */
	long bytes() {
		FileStore asked = disk;
		try {
			return asked == null ? Long.MAX_VALUE : asked.getUsableSpace() - RESERVE;
		} catch (IOException e) {
			return Long.MAX_VALUE;
		}
	}

	/** What is said to who wants to write more than that. */
	HubError full() {
		return new HubError(ErrorCode.SERVER_BUSY, "The local hub cannot keep this: the disk of its folder " + folder
				+ " is full. Make room there; the hub goes on by itself.");
	}
}
