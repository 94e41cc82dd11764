// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A start of an IDE, with the Java that runs these tests: that of the end of Eclipse which is tested. */
final class Launch {

	private final List<String> command = new ArrayList<>();

	/**
	 * @param ide         the IDE's folder
	 * @param application the id of the application to run in it
	 * @param java        options of the virtual machine
	 */
	Launch(Path ide, String application, String... java) {
		Path launcher = Checkout.children(ide.resolve("plugins")).stream()
				.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findFirst().orElseThrow();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(Arrays.asList(System.getProperty("swt.argLine", "").split(" ")));
		command.removeIf(String::isEmpty);
		command.addAll(List.of(java));
		command.addAll(List.of("-jar", launcher.toString(), "-nosplash", "-application", application));
	}

	/** Adds arguments. */
	Launch with(String... arguments) {
		command.addAll(List.of(arguments));
		return this;
	}

	/**
	 * Runs it to its end.
	 *
	 * @param place the folder it runs in
	 * @param log   the file it logs to, if it does
	 */
	Outcome run(Path place, Path log) throws IOException, InterruptedException {
		Files.createDirectories(place);
		return Outcome.of(command, place, log);
	}
}
