// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.Set;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryRequest;

/**
 * What a monitor reads.
 *
 * @param consumerGroup who it is at the built-in endpoint
 * @param start         from where on
 * @param devices       whose messages are kept
 * @param allowedHosts  where the hub may lead to beside Event Hubs of its own cloud
 */
public record MonitorSettings(String consumerGroup, StartPosition start, MonitoredDevices devices, Set<String> allowedHosts) {

	/** Copies the set. */
	public MonitorSettings {
		allowedHosts = Set.copyOf(allowedHosts);
	}

	/** All devices, and nowhere else than the hub's own cloud. */
	public static MonitorSettings of(String consumerGroup, StartPosition start) {
		return new MonitorSettings(consumerGroup, start, MonitoredDevices.ALL, Set.of());
	}

	/** The same where the hub may lead to that host, too. */
	public MonitorSettings allowing(String host) {
		return new MonitorSettings(consumerGroup, start, devices, Set.of(host));
	}

	/** @throws iothubtools.client.errors.InvalidInputException where there can be no such consumer group */
	TelemetryRequest request() {
		return new TelemetryRequest(consumerGroup, start, null, allowedHosts);
	}
}
