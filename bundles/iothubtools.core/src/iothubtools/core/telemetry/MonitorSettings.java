// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.core.text.StringMatcher;

import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;

/**
 * What a monitor reads.
 *
 * @param consumerGroup who it is at the built-in endpoint
 * @param start         from where on
 * @param devices       ids of devices, with {@code *} and {@code ?}; empty for all. What others send is not kept
 * @param allowedHosts  where the hub may lead to beside Event Hubs of its own cloud
 */
public record MonitorSettings(String consumerGroup, StartPosition start, List<String> devices, Set<String> allowedHosts) {

	/** Copies the lists. */
	public MonitorSettings {
		devices = List.copyOf(devices);
		allowedHosts = Set.copyOf(allowedHosts);
	}

	/** All devices, and nowhere else than the hub's own cloud. */
	public static MonitorSettings of(String consumerGroup, StartPosition start) {
		return new MonitorSettings(consumerGroup, start, List.of(), Set.of());
	}

	/** The same where the hub may lead to that host, too. */
	public MonitorSettings allowing(String host) {
		return new MonitorSettings(consumerGroup, start, devices, Set.of(host));
	}

	/** Whether messages of a device are kept. */
	public boolean includes(String deviceId) {
		return devicesTest().test(deviceId);
	}

	/** @throws iothubtools.client.errors.InvalidInputException where there can be no such consumer group */
	TelemetryRequest request() {
		return new TelemetryRequest(consumerGroup, start, null, allowedHosts);
	}

	/** Whose messages are kept. */
	Predicate<String> devicesTest() {
		if (devices.isEmpty()) {
			return id -> true;
		}
		List<StringMatcher> matchers = devices.stream().map(pattern -> new StringMatcher(pattern, false, false)).toList();
		return id -> {
			for (StringMatcher matcher : matchers) {
				if (matcher.match(id)) {
					return true;
				}
			}
			return false;
		};
	}

	/** Those of some messages that are kept. */
	static List<TelemetryMessage> kept(List<TelemetryMessage> messages, Predicate<String> devices) {
		return messages.stream().filter(message -> devices.test(MessageText.deviceId(message))).toList();
	}
}
