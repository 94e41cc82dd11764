// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

/**
 * The sizes a local hub keeps to where the service's own are not fixed by its contract.
 *
 * @param defaultPageSize  rows of a query page when the caller names none
 * @param maximumPageSize  most rows of a query page, whatever the caller asks for (contract §3.3)
 * @param keptMessages     device-to-cloud messages shown per device, those of its modules included; the oldest go first, and with what the
 *                         built-in endpoint keeps no more
 * @param keptBytes        room in bytes for the messages of all devices; the oldest go first
 * @param connections      how long the hub waits for its clients, and how much it holds for them
 */
public record HubLimits(int defaultPageSize, int maximumPageSize, int keptMessages, long keptBytes,
		ConnectionLimits connections) {

	/** 100 rows a page, at most 1000, the newest 100 messages of each device, and 128 MB of messages. */
	public static final HubLimits DEFAULT = new HubLimits(100, 1000, 100, 128L * 1024 * 1024);

	/** @throws IllegalArgumentException when a limit is not positive or the default page is larger than the largest */
	public HubLimits {
		if (defaultPageSize < 1 || maximumPageSize < defaultPageSize || keptMessages < 1 || keptBytes < 1) {
			throw new IllegalArgumentException("limits must be positive, and the default page no larger than the largest");
		}
	}

	/** With the usual limits of connections. */
	public HubLimits(int defaultPageSize, int maximumPageSize, int keptMessages, long keptBytes) {
		this(defaultPageSize, maximumPageSize, keptMessages, keptBytes, ConnectionLimits.DEFAULT);
	}

	/** The same limits with another number of messages kept per device. */
	public HubLimits withKeptMessages(int count) {
		return new HubLimits(defaultPageSize, maximumPageSize, count, keptBytes, connections);
	}

	/** The same limits with others of connections. */
	public HubLimits withConnections(ConnectionLimits limits) {
		return new HubLimits(defaultPageSize, maximumPageSize, keptMessages, keptBytes, limits);
	}
}
