// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The built-in endpoint of a local hub, where applications read what devices sent (contract §7).
 *
 * @param partitions      parts that messages go to by their device, 2 to 32; what a data directory begins with stays
 * @param retention       how long messages are kept there
 * @param retentionBytes  room for them on the disk; the oldest go first
 * @param consumerGroups  who may read beside the group {@code $Default}
 * @param hubEvents       what the hub tells there of itself
 */
public record EventHubSettings(int partitions, Duration retention, long retentionBytes, List<String> consumerGroups, Set<HubEventKind> hubEvents) {

	/** The consumer group that is always there. */
	public static final String DEFAULT_GROUP = "$Default";

	private static final long LEAST_BYTES = 1024 * 1024;

	/** Four partitions, a day, 256 MB, no other consumer group, and messages of devices alone. */
	public static final EventHubSettings DEFAULT = new EventHubSettings(4, Duration.ofDays(1), 256L * 1024 * 1024, List.of(), Set.of());

	/** @throws IllegalArgumentException for what cannot be */
	public EventHubSettings {
		if (partitions < 2 || partitions > 32) {
			throw new IllegalArgumentException("partitions must be between 2 and 32, not " + partitions);
		}
		if (retention.toMillis() < 1 || retentionBytes < LEAST_BYTES) {
			throw new IllegalArgumentException("messages must be kept for some time, and in 1 MB at least");
		}
		if (consumerGroups.stream().anyMatch(group -> group.isBlank() || group.indexOf('/') >= 0)) {
			throw new IllegalArgumentException("a consumer group needs a name without a slash");
		}
		consumerGroups = List.copyOf(consumerGroups);
		hubEvents = Set.copyOf(hubEvents);
	}

	/** The same with another number of partitions, for data that are new. */
	public EventHubSettings withPartitions(int count) {
		return new EventHubSettings(count, retention, retentionBytes, consumerGroups, hubEvents);
	}

	/** The same with messages kept for so long, and in so much room. */
	public EventHubSettings withRetention(Duration time, long bytes) {
		return new EventHubSettings(partitions, time, bytes, consumerGroups, hubEvents);
	}

	/** The same with one more consumer group. */
	public EventHubSettings withConsumerGroup(String name) {
		List<String> groups = new ArrayList<>(consumerGroups);
		groups.add(name);
		return new EventHubSettings(partitions, retention, retentionBytes, groups, hubEvents);
	}

	/** The same with these events of the hub itself besides. */
	public EventHubSettings withHubEvents(HubEventKind... kinds) {
		Set<HubEventKind> all = new HashSet<>(hubEvents);
		all.addAll(List.of(kinds));
		return new EventHubSettings(partitions, retention, retentionBytes, consumerGroups, all);
	}
}
