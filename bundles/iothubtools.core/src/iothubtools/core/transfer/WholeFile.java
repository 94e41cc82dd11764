// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import iothubtools.core.status.FolderException;

/**
 * A file that is written beside its place, and takes that when it is whole: whatever goes wrong meanwhile, as when a disk is full, costs nothing of
 * what is there and leaves nothing behind.
 */
public final class WholeFile implements Closeable {

	private final Path target;
	private final Path part;

	private WholeFile(Path target, Path part) {
		this.target = target;
		this.part = part;
	}

	/** Begins a file that a person asks for, with the rights that files of the person have. Many may be written at once, also to one place. */
	public static WholeFile begin(Path file) throws IOException {
		Path target = file.toAbsolutePath();
		// an empty one would be replaced in the end
		FolderException.check(target);
		// a temporary file would be the owner's alone, which a file in a folder of a team is not meant to be
		return new WholeFile(target, Files.createFile(target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part")));
	}

	/**
	 * Begins a file that the tool keeps for itself and that only its owner may read, in a folder that is made when it is needed. It is the only one who
	 * writes it, and goes over what a crash left of it.
	 */
	public static WholeFile beginOwnerOnly(Path file) throws IOException {
		Path target = file.toAbsolutePath();
		Files.createDirectories(target.getParent());
		Path part = target.resolveSibling(target.getFileName() + ".part");
		Files.deleteIfExists(part);
		OwnerOnly.create(part);
		return new WholeFile(target, part);
	}

	/** The file as long as it is not whole: it is there and empty. */
	public Path part() {
		return part;
	}

	/** It is whole, and takes its place. */
	public void replace() throws IOException {
		Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Deletes what is not whole. */
	@Override
	public void close() throws IOException {
		Files.deleteIfExists(part);
	}
}
