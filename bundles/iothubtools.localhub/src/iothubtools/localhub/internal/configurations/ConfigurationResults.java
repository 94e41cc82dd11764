// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.Map;

/**
 * What the metrics of a configuration came to when the hub last looked.
 *
 * @param system the hub's own, by name
 * @param custom the owner's, by name
 */
record ConfigurationResults(Map<String, Long> system, Map<String, Long> custom) {

	/** Of a configuration that the hub has not looked at yet. */
	static final ConfigurationResults NONE = new ConfigurationResults(Map.of(), Map.of());

	/** What one of the hub's own came to. */
	long system(String name) {
		return system.getOrDefault(name, 0L);
	}
}
