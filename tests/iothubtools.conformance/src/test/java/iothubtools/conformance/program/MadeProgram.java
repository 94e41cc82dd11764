// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import iothubtools.core.project.DeviceProgram;
import iothubtools.core.project.ProjectFile;

/** A program as the wizard writes it, compiled for the libraries of the SDK; to be started with an environment. */
final class MadeProgram {

	private final DeviceProgram program;
	private final Path folder;
	private final Path classes;
	private final Path output;

	/** Writes and compiles it. */
	MadeProgram(DeviceProgram program, Path folder) throws IOException {
		this.program = program;
		this.folder = folder;
		classes = folder.resolve("target/classes");
		output = folder.resolve("output.txt");
		List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing,-path,-classfile", "-Werror", "-proc:none", "-encoding", "UTF-8",
				"-cp", libraries(), "-d", classes.toString()));
		for (ProjectFile file : program.files()) {
			Path target = folder.resolve(file.path());
			Files.createDirectories(target.getParent());
			Files.writeString(target, file.text());
			if (file.path().endsWith(".java")) {
				arguments.add(target.toString());
			}
		}
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
	}

	private static String libraries() {
		// Surefire may put them all into the manifest of one jar
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return String.join(File.pathSeparator, Stream.of(all.split(File.pathSeparator)).filter(path -> path.endsWith(".jar")).toList());
	}

	/** Begins it with these variables and none of its own of this process. */
	Process start(Map<String, String> environment) throws IOException {
		String path = String.join(File.pathSeparator, classes.toString(), folder.resolve("src/main/resources").toString(), libraries());
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-Xmx128m", "-cp", path, program.packageName() + ".Device");
		builder.environment().keySet().removeIf(name -> name.startsWith("IOTHUB_"));
		builder.environment().putAll(environment);
		return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
	}

	/** What it has printed so far. */
	String printed() throws IOException {
		return Files.readString(output);
	}
}
