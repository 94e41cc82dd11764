// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import java.time.Duration;

/**
 * How long a local hub waits for its clients, and how much of what they have only begun to send it holds.
 *
 * @param stall           the longest that nothing may come of a TLS handshake, request or MQTT packet that has begun, and that a new
 *                        connection may take until its first one begins
 * @param bytesPerSecond  the least rate at which a request or packet has to come once it has taken as long as a stall
 * @param idle            the longest that an HTTP connection may be open without a request, or a response may wait to be read
 * @param heldBytes       room in bytes, over all connections, for requests and packets that are not answered yet and are no small ones
 */
public record ConnectionLimits(Duration stall, int bytesPerSecond, Duration idle, long heldBytes) {

	private static final long MOST_HELD = 64L * 1024 * 1024;
	private static final long LEAST_HELD = 8L * 1024 * 1024;
	private static final int PART_OF_MEMORY = 8;

	/** Half a minute, 1,000 bytes a second, two minutes, and an eighth of this process's heap, 64 MB at most. */
	public static final ConnectionLimits DEFAULT = new ConnectionLimits(Duration.ofSeconds(30), 1000, Duration.ofMinutes(2),
			Math.max(LEAST_HELD, Math.min(MOST_HELD, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY)));

	/** @throws IllegalArgumentException when a limit is not positive */
	public ConnectionLimits {
		if (stall.toMillis() < 1 || bytesPerSecond < 1 || idle.toMillis() < 1 || heldBytes < 1) {
			throw new IllegalArgumentException("limits of connections must be positive");
		}
	}
}
