// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java this runs on. */
final class Java {

	static final String COMMAND = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/** What {@code ./localhub.sh} gives the hub; the bare server gets the same. */
	private static final List<String> SERVER = List.of("-Xmx320m", "-XX:MaxDirectMemorySize=128m", "-XX:+UseSerialGC");

	private Java() {
	}

	/** A server in a process of its own. */
	static ProcessBuilder server(String classPath, String main, List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(COMMAND));
		command.addAll(SERVER);
		command.addAll(List.of("-cp", classPath, main));
		command.addAll(arguments);
		return new ProcessBuilder(command);
	}
}
