// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.nio.file.Path;
import java.util.List;

/** Something that goes wrong around a hub, and what became of those who used it. */
@FunctionalInterface
interface Fault {

	/**
	 * What was seen.
	 *
	 * @param tried how often the hub was to do something
	 * @param lost  how often it did not do it, or did not keep what it had confirmed
	 * @param seen  in words
	 */
	record Outcome(String title, long tried, long lost, String seen) {
	}

	/**
	 * Makes it happen.
	 *
	 * @param libraries the folder of the hub's jars
	 * @param data      an empty folder
	 */
	List<Outcome> happen(String libraries, Path data) throws Exception;
}
