// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.util.List;

/**
 * The built-in endpoint as an Event Hub.
 *
 * @param host       where it is
 * @param entity     what it is called there
 * @param partitions the ids of its partitions, in the order of the endpoint
 */
public record TelemetryEndpoint(String host, String entity, List<String> partitions) {

	/** Keeps a copy. */
	public TelemetryEndpoint {
		partitions = List.copyOf(partitions);
	}
}
