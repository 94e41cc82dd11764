// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal.azurecli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where {@code az} may be: where a person says, on the PATH, or where its installers put it, as an IDE that is started by a click
 * often has a short PATH.
 */
public final class AzPlaces {

	private static final List<String> WINDOWS_NAMES = List.of("az.cmd", "az.exe");
	private static final List<String> NAMES = List.of("az");
	private static final List<String> USUAL = List.of("/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin", "/usr/bin", "/snap/bin");
	private static final String WINDOWS_USUAL = "Microsoft SDKs\\Azure\\CLI2\\wbin";

	private AzPlaces() {
	}

	/**
	 * The program, or null.
	 *
	 * @param chosen      its file as a person says; empty to look for it
	 * @param environment of this process
	 */
	public static @Nullable Path find(String chosen, Map<String, String> environment) {
		if (!chosen.isBlank()) {
			Path file = path(chosen.strip());
			return file != null && Files.isExecutable(file) ? file : null;
		}
		boolean windows = File.separatorChar == '\\';
		Stream<String> usual = windows ? Stream.of("ProgramFiles", "ProgramFiles(x86)").map(environment::get).filter(Objects::nonNull)
				.map(folder -> folder + '\\' + WINDOWS_USUAL) : USUAL.stream();
		List<String> names = windows ? WINDOWS_NAMES : NAMES;
		// on Windows the variable is mostly called Path
		String searched = environment.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase("PATH")).findFirst()
				.map(Map.Entry::getValue).orElse("");
		for (String folder : Stream.concat(Stream.of(searched.split(File.pathSeparator)), usual).toList()) {
			Path place = folder.isBlank() ? null : path(folder);
			for (String name : names) {
				Path file = place == null ? null : place.resolve(name);
				if (file != null && file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
					return file;
				}
			}
		}
		return null;
	}

	private static @Nullable Path path(String text) {
		try {
			return Path.of(text);
		} catch (InvalidPathException e) {
			return null;
		}
	}
}
