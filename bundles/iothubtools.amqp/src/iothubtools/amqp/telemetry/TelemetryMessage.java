// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.commands.Payload;
import iothubtools.client.names.ClientId;

/**
 * A message as it stands at the built-in endpoint (contract §7.1).
 *
 * @param position    where it stands
 * @param sender      the device or module it is from or about; null where the endpoint does not say
 * @param source      whether a device sent it, or the hub tells of one
 * @param body        its bytes
 * @param system      what the device said of it
 * @param properties  the application properties: texts, numbers, truth values, {@link java.time.Instant points in time}
 * @param annotations what the hub and the endpoint said of it, by name, of the same types
 */
public record TelemetryMessage(EventPosition position, @Nullable ClientId sender, MessageSource source, Payload body, SystemProperties system,
		Map<String, Object> properties, Map<String, Object> annotations) {

	/** Keeps copies of the maps, in their order. */
	public TelemetryMessage {
		properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
		annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
	}
}
