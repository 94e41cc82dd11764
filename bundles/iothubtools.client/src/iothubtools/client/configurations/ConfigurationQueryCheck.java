// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.configurations;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What the hub says of the queries of a configuration.
 *
 * @param targetConditionError what is wrong with the target condition; null if nothing is
 * @param metricQueryErrors    what is wrong with metric queries, by their names; those that are right are not in it
 */
public record ConfigurationQueryCheck(@Nullable String targetConditionError, Map<String, String> metricQueryErrors) {

	/** Whether the hub has no complaint. */
	public boolean isValid() {
		return targetConditionError == null && metricQueryErrors.isEmpty();
	}
}
