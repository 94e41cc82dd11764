// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.nio.file.Path;

/** The Java this runs on. */
final class Java {

	static final String COMMAND = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private Java() {
	}
}
