// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.errors.InvalidInputException;

/**
 * What to read.
 *
 * @param consumerGroup who reads; each group is meant for one application, up to five may read in one at a time
 * @param start         from where on
 * @param endpoint      the built-in endpoint, where it is given; null to be told by the hub where it is
 * @param allowedHosts  where a hub may lead to beside the Event Hubs of its own cloud, after a person was asked
 */
public record TelemetryRequest(String consumerGroup, StartPosition start, @Nullable EventHubConnectionString endpoint, Set<String> allowedHosts) {

	/** The consumer group that each hub has, and others may read in. */
	public static final String DEFAULT_GROUP = "$Default";

	/**
	 * @throws InvalidInputException for the field {@code consumerGroup} if that is empty or has a slash, for {@code EntityPath} where the
	 *                               endpoint does not name its event hub
	 */
	public TelemetryRequest {
		if (consumerGroup.isBlank() || consumerGroup.indexOf('/') >= 0) {
			throw new InvalidInputException("consumerGroup", "must be the name of a consumer group, as " + DEFAULT_GROUP);
		}
		if (endpoint != null && endpoint.entity() == null) {
			throw new InvalidInputException("EntityPath", "is missing");
		}
		allowedHosts = Set.copyOf(allowedHosts);
	}

	/** Of the hub's own built-in endpoint. */
	public static TelemetryRequest of(String consumerGroup, StartPosition start) {
		return new TelemetryRequest(consumerGroup, start, null, Set.of());
	}

	/** The same from another place on. */
	public TelemetryRequest from(StartPosition other) {
		return new TelemetryRequest(consumerGroup, other, endpoint, allowedHosts);
	}
}
