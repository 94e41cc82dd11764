// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.ui.editor.internal.history.TwinVersion;
import iothubtools.ui.editor.internal.history.VersionFiles;

/** The files that versions of twins are kept in. */
class VersionFilesTest {

	private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

	@TempDir
	Path folder;
	private VersionFiles files;

	@BeforeEach
	void begin() {
		files = new VersionFiles(folder.resolve("twins"));
	}

	private static TwinVersion version(int number, String text) {
		return new TwinVersion(NOON.plusSeconds(number), number, number % 2 == 0, text);
	}

	private List<Path> kept() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	void versionsComeBackTheNewestFirstWhateverTheyHave() throws IOException {
		TwinVersion first = version(1, "{\n  \"tags\": {\"text\": \"gr\u00fc\u00df \u2028 \uD83D\uDE00\"}\n}\n");
		TwinVersion second = version(2, "{\"n\": 1.0}");
		assertTrue(files.keep("c1", "d/1", first));
		assertTrue(files.keep("c1", "d/1", second));
		assertEquals(List.of(second, first), new VersionFiles(folder.resolve("twins")).versions("c1", "d/1"));
		assertEquals(List.of(), files.versions("c1", "d1"));
		assertEquals(List.of(), files.versions("c2", "d/1"));
		assertEquals(List.of(), files.versions("c1", "D/1"), "another device, also where files of two cases are one");
	}

	@Test
	void whatIsReadManyTimesIsOneVersion() throws IOException {
		files.keep("c1", "d1", version(1, "{}"));
		assertFalse(files.keep("c1", "d1", version(2, "{}")));
		files.keep("c1", "d1", version(3, "{\"a\":1}"));
		files.keep("c1", "d1", version(4, "{}"));
		assertEquals(List.of(4L, 3L, 1L), files.versions("c1", "d1").stream().map(TwinVersion::version).toList());
	}

	@Test
	void whatHasAKeyInItIsInNoFile() throws IOException {
		String key = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=";
		assertFalse(files.keep("c1", "d1", version(1, "{\"hub\":\"HostName=h;DeviceId=d;SharedAccessKey=" + key + "\"}")));
		assertFalse(files.keep("c1", "d1", version(2, "{\"k\":\"" + key + "\"}")));
		files.keep("c1", "d1", version(3, "{\"a\":1}"));
		for (Path file : kept()) {
			assertFalse(Files.readString(file).contains("c2VjcmV0"));
		}
		assertEquals(1, files.versions("c1", "d1").size());
	}

	@Test
	void ofADeviceTwentyAndAMegabyteAreKept() throws IOException {
		for (int i = 0; i < 30; i++) {
			files.keep("c1", "small", version(i, "{\"a\":" + i + "}"));
			files.keep("c1", "large", version(i, "{\"a\":\"" + i + "x ".repeat(45_000) + "\"}"));
		}
		assertEquals(IntStream.range(0, 20).mapToObj(i -> 29L - i).toList(), files.versions("c1", "small").stream().map(TwinVersion::version).toList());
		List<TwinVersion> large = files.versions("c1", "large");
		assertEquals(11, large.size());
		assertEquals(29, large.get(0).version());
	}

	@Test
	void whatWasWrittenLongestAgoGoesFirstWhenAllAreTooLarge() throws IOException {
		for (int device = 0; device < 20; device++) {
			files.keep("c1", "d" + device, version(1, "{\"a\":\"" + "x ".repeat(480_000) + "\"}"));
			FileTime time = FileTime.from(NOON.plusSeconds(device));
			for (Path file : kept()) {
				if (Files.getLastModifiedTime(file).toInstant().isAfter(NOON.plusSeconds(1000)) || Files.getLastModifiedTime(file).toInstant().isBefore(NOON.minusSeconds(1))) {
					Files.setLastModifiedTime(file, time);
				}
			}
		}
		long bytes = 0;
		for (Path file : kept()) {
			bytes += Files.size(file);
		}
		assertTrue(bytes <= 16 << 20, bytes + " bytes");
		assertTrue(bytes > 14 << 20, bytes + " bytes");
		assertEquals(List.of(), files.versions("c1", "d0"));
		assertEquals(1, files.versions("c1", "d19").size());
	}

	@Test
	void onlyTheirOwnerMayReadThem() throws IOException {
		files.keep("c1", "d1", version(1, "{}"));
		for (Path file : kept()) {
			if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
				assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
			}
		}
	}

	@Test
	void whatIsOfConnectionsThatAreGoneGoesToo() throws IOException {
		files.keep("c1", "d1", version(1, "{}"));
		Files.createFile(kept().get(0).resolveSibling("fresh1.tmp"));
		files.keep("c2", "d1", version(1, "{}"));
		files.keepOnly(Set.of("c2"));
		assertEquals(List.of(), files.versions("c1", "d1"));
		assertEquals(1, files.versions("c2", "d1").size());
		assertEquals(1, kept().size());
	}

	@Test
	void aDamagedFileCostsItsDamagedLinesOnly() throws IOException {
		files.keep("c1", "d1", version(1, "{}"));
		Path file = kept().get(0);
		Files.writeString(file, Files.readString(file) + "{\"time\":\"never\",\"text\":\"{}\"}\n{\"time\":\n\nnull\n" + version(2, "{\"a\":1}").toString());
		assertEquals(List.of(1L), files.versions("c1", "d1").stream().map(TwinVersion::version).toList());
		files.keep("c1", "d1", version(3, "{\"b\":1}"));
		assertEquals(List.of(3L, 1L), files.versions("c1", "d1").stream().map(TwinVersion::version).toList());
		Files.write(file, new byte[] { (byte) 0xff, (byte) 0xfe, 0, '\n' });
		assertEquals(List.of(), files.versions("c1", "d1"));
		Files.write(file, "".getBytes(StandardCharsets.UTF_8));
		assertEquals(List.of(), files.versions("c1", "d1"));
	}
}
