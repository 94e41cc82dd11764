// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds in a jar, and in jars in it, what only one kind of machine can run. */
final class NativeCode {

	private static final Pattern NAME = Pattern.compile(".*\\.(so|dll|dylib|jnilib|exe|a|lib)|.*META-INF/native/.+",
			Pattern.CASE_INSENSITIVE);

	/** How programs and libraries of Linux (ELF), macOS (Mach-O) and Windows (MZ) begin; a class is like none of them. */
	private static final Pattern BEGINNING = Pattern.compile("7f454c46|feedfac[ef]|c[ef]faedfe|4d5a....");

	private static final int BEGINNING_LENGTH = 4;

	private NativeCode() {
	}

	/** The entries that are native code, with the path to them. */
	static List<String> in(Path jar) throws IOException {
		List<String> found = new ArrayList<>();
		try (InputStream in = Files.newInputStream(jar)) {
			collect(jar.getFileName().toString(), in, found);
		}
		return found;
	}

	private static void collect(String path, InputStream in, List<String> found) throws IOException {
		ZipInputStream zip = new ZipInputStream(in);
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			String name = path + "!" + entry.getName();
			if (entry.isDirectory()) {
				continue;
			}
			if (entry.getName().endsWith(".jar")) {
				collect(name, zip, found);
			} else if (NAME.matcher(entry.getName()).matches() || beginsAsNativeCode(zip)) {
				found.add(name);
			}
		}
	}

	private static boolean beginsAsNativeCode(InputStream in) throws IOException {
		return BEGINNING.matcher(HexFormat.of().formatHex(in.readNBytes(BEGINNING_LENGTH))).matches();
	}
}
