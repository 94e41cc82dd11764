// SPDX-License-Identifier: EPL-2.0
package iothubtools.install.tests;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a workspace's .metadata/.log. */
final class LogFile {

	/** "!ENTRY plug-in severity code date"; the severity of an error is 4 */
	private static final Pattern ERROR = Pattern.compile("^\\S+ 4 ");

	private LogFile() {
	}

	/** The entries that are errors, each with its message and stack trace. */
	static List<String> errors(String log) {
		return Arrays.stream(log.split("(?m)^!ENTRY ")).skip(1).filter(entry -> ERROR.matcher(entry).find()).toList();
	}
}
