// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import iothubtools.client.exchange.Masking;
import iothubtools.core.transfer.WholeFile;

/**
 * Versions of twins in files, one a device or module in a folder for its connection, which only their owner may read. Of each the last
 * {@value #MOST_VERSIONS} are kept and at most {@value #MOST_BYTES} bytes, of all together {@value #MOST_IN_ALL}: those that were written longest
 * ago go first. One with a key or token in it is not kept at all (see {@link Masking#mayBeKept}).
 */
public final class VersionFiles {

	static final int MOST_VERSIONS = 20;
	static final int MOST_BYTES = 1 << 20;
	static final long MOST_IN_ALL = 16 << 20;

	private static final String ENDING = ".jsonl";

	private final Path folder;

	/** @param folder need not be there */
	public VersionFiles(Path folder) {
		this.folder = folder;
	}

	/**
	 * The versions of a device or module, the newest first.
	 *
	 * @throws IOException if there are some which cannot be read
	 */
	public synchronized List<TwinVersion> versions(String connectionId, String clientId) throws IOException {
		List<TwinVersion> versions = new ArrayList<>(read(file(connectionId, clientId)));
		Collections.reverse(versions);
		return versions;
	}

	private static List<TwinVersion> read(Path file) throws IOException {
		if (!Files.exists(file)) {
			return List.of();
		}
		try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
			return lines.map(TwinVersion::of).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
		} catch (UncheckedIOException e) {
			// no text: somebody else wrote there
			return List.of();
		}
	}

	/**
	 * Keeps a version, unless the last one has the same text: what is read many times is one version.
	 *
	 * @return whether it is kept
	 * @throws IOException if it cannot be written
	 */
	public synchronized boolean keep(String connectionId, String clientId, TwinVersion version) throws IOException {
		Path file = file(connectionId, clientId);
		List<TwinVersion> kept = new ArrayList<>(read(file));
		if (!Masking.mayBeKept(version.text()) || !kept.isEmpty() && kept.get(kept.size() - 1).text().equals(version.text())) {
			return false;
		}
		kept.add(version);
		List<String> lines = new ArrayList<>();
		int bytes = 0;
		for (int i = kept.size() - 1; i >= 0 && lines.size() < MOST_VERSIONS; i--) {
			String line = kept.get(i).line();
			bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
			if (bytes > MOST_BYTES) {
				break;
			}
			lines.add(0, line);
		}
		write(file, lines);
		forgetOldest();
		return !lines.isEmpty();
	}

	private static void write(Path file, List<String> lines) throws IOException {
		try (WholeFile whole = WholeFile.beginOwnerOnly(file)) {
			Files.write(whole.part(), lines, StandardCharsets.UTF_8);
			whole.replace();
		}
	}

	/** A file, its length and when it was written. */
	private record Kept(Path file, long bytes, FileTime written) {

		static Kept of(Path file) throws IOException {
			BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
			return new Kept(file, of.size(), of.lastModifiedTime());
		}
	}

	private void forgetOldest() throws IOException {
		List<Kept> all = new ArrayList<>();
		for (Path of : files()) {
			all.add(Kept.of(of));
		}
		all.sort(Comparator.comparing(Kept::written));
		long bytes = all.stream().mapToLong(Kept::bytes).sum();
		for (int i = 0; bytes > MOST_IN_ALL && i < all.size() - 1; i++) {
			Files.delete(all.get(i).file());
			bytes -= all.get(i).bytes();
		}
	}

	private List<Path> files() throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> paths = Files.find(folder, 2, (path, what) -> what.isRegularFile() && path.toString().endsWith(ENDING))) {
			return paths.toList();
		}
	}

	/**
	 * Forgets what is of other connections than these, as they were removed.
	 *
	 * @throws IOException if something cannot be deleted
	 */
	public synchronized void keepOnly(Set<String> connectionIds) throws IOException {
		if (!Files.isDirectory(folder)) {
			return;
		}
		Set<String> names = connectionIds.stream().map(VersionFiles::name).collect(Collectors.toSet());
		List<Path> gone;
		try (Stream<Path> folders = Files.list(folder)) {
			gone = folders.filter(Files::isDirectory).filter(each -> !names.contains(each.getFileName().toString())).toList();
		}
		for (Path each : gone) {
			// also what a crash left behind, with which the folder could not go
			try (Stream<Path> left = Files.list(each)) {
				for (Path file : left.toList()) {
					Files.delete(file);
				}
			}
			Files.deleteIfExists(each);
		}
	}

	private Path file(String connectionId, String clientId) {
		return folder.resolve(name(connectionId)).resolve(name(clientId) + ENDING);
	}

	/** An id may have any character, and some systems do not tell letters of two cases apart. */
	private static String name(String id) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		} catch (NoSuchAlgorithmException e) {
			// every Java has it
			throw new IllegalStateException(e);
		}
	}
}
