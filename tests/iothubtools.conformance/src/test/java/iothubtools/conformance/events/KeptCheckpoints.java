// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionOwnership;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who has a partition and how far each was read, in memory: what an application keeps in a storage account. */
final class KeptCheckpoints implements CheckpointStore {

	private final Map<String, PartitionOwnership> owners = new ConcurrentHashMap<>();
	private final Map<String, Checkpoint> checkpoints = new ConcurrentHashMap<>();

	@Override
	public Flux<PartitionOwnership> listOwnership(String namespace, String eventHub, String consumerGroup) {
		return Flux.fromIterable(List.copyOf(owners.values()));
	}

	@Override
	public Flux<PartitionOwnership> claimOwnership(List<PartitionOwnership> requested) {
		List<PartitionOwnership> claimed = new ArrayList<>();
		for (PartitionOwnership each : requested) {
			owners.compute(each.getPartitionId(), (partition, before) -> {
				if (before != null && !Objects.equals(before.getETag(), each.getETag())) {
					return before;
				}
				PartitionOwnership after = each.setETag(UUID.randomUUID().toString()).setLastModifiedTime(System.currentTimeMillis());
				claimed.add(after);
				return after;
			});
		}
		return Flux.fromIterable(claimed);
	}

	@Override
	public Flux<Checkpoint> listCheckpoints(String namespace, String eventHub, String consumerGroup) {
		return Flux.fromIterable(List.copyOf(checkpoints.values()));
	}

	@Override
	public Mono<Void> updateCheckpoint(Checkpoint checkpoint) {
		checkpoints.put(checkpoint.getPartitionId(), checkpoint);
		return Mono.empty();
	}
}
