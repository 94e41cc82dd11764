// SPDX-License-Identifier: EPL-2.0
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the metadata of an update site once more so that two builds of a commit give the same bytes: p2 writes the time of the
 * build into it, and what a unit provides in the order of a hash table, which is another one in each run of Java.
 * <p>
 * Run by the build: {@code java RepositoryMetadata.java <folder of the site> <qualifier of the build>}.
 */
public final class RepositoryMetadata {

	private static final DateTimeFormatter QUALIFIER = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
	/** Zip entries have local time; this one is the same everywhere. */
	private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

	private RepositoryMetadata() {
	}

	public static void main(String[] arguments) throws IOException {
		String time = Long.toString(time(arguments[1]));
		for (String name : List.of("content", "artifacts")) {
			Path file = Path.of(arguments[0], name + ".jar");
			write(file, name + ".xml", String.join("\n", same(read(file, name + ".xml"), time)) + "\n");
		}
	}

	/** The build's qualifier says its time, to the minute, unless it is a word. */
	private static long time(String qualifier) {
		try {
			return LocalDateTime.parse(qualifier, QUALIFIER).toInstant(ZoneOffset.UTC).toEpochMilli();
		} catch (DateTimeParseException e) {
			return ENTRY_TIME.toInstant(ZoneOffset.UTC).toEpochMilli();
		}
	}

	private static List<String> read(Path file, String entry) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

	private static List<String> same(List<String> lines, String time) {
		List<String> same = new ArrayList<>();
		int provided = 0;
		for (String line : lines) {
			same.add(line.replaceFirst("(name='p2\\.timestamp' value=')[0-9]+", "$1" + time));
			// only units in one line each: others have children that belong to them
			boolean provides = line.strip().startsWith("<provided ") && line.endsWith("/>");
			if (!provides) {
				Collections.sort(same.subList(same.size() - 1 - provided, same.size() - 1));
			}
			provided = provides ? provided + 1 : 0;
		}
		return same;
	}

	private static void write(Path file, String entry, String text) throws IOException {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			ZipEntry only = new ZipEntry(entry);
			only.setTimeLocal(ENTRY_TIME);
			zip.putNextEntry(only);
			zip.write(text.getBytes(StandardCharsets.UTF_8));
			zip.closeEntry();
		}
	}
}
