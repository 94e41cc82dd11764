// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.commands.QueueStore;
import iothubtools.localhub.internal.commands.QueuedMessage;
import iothubtools.localhub.internal.kernel.ClientId;

/**
 * Queued cloud-to-device messages in a map of the store by their numbers: those that come together, for whomever, lie together, so that
 * a commit writes few pages. Which of them are in whose queue is known in memory.
 */
final class StoredQueues implements QueueStore, ClientRecords {

	private static final String SEQUENCE = "nextCloudToDeviceMessage";

	/** The queue of a device, then those of its modules. */
	private static final Comparator<ClientId> BY_DEVICE = Comparator.comparing(ClientId::deviceId).thenComparing(StoredQueues::module);

	/** What is known of a message without reading it. */
	private record Waiting(long number, Instant expiry) {

		static Waiting of(QueuedMessage message) {
			return new Waiting(message.sequenceNumber(), message.expiry());
		}
	}

	private final MVMap<Long, QueuedMessage> messages;
	private final Counters counters;
	/** Of each queue that is not empty, oldest first. */
	private final NavigableMap<ClientId, List<Waiting>> queues = new ConcurrentSkipListMap<>(BY_DEVICE);

	StoredQueues(MVMap<Long, QueuedMessage> messages, Counters counters) {
		this.messages = messages;
		this.counters = counters;
		messages.values().forEach(this::enqueue);
	}

	private static String module(ClientId client) {
		String moduleId = client.moduleId();
		return moduleId == null ? "" : moduleId;
	}

	@Override
	public long nextSequenceNumber() {
		counters.add(SEQUENCE, 1);
		return counters.get(SEQUENCE);
	}

	@Override
	public List<QueuedMessage> of(ClientId client) {
		return read(queue(client)).toList();
	}

	@Override
	public boolean isEmpty(ClientId client) {
		return queue(client).isEmpty();
	}

	@Override
	public int count(ClientId client, Instant now) {
		return (int) queue(client).stream().filter(waiting -> waiting.expiry().isAfter(now)).count();
	}

	private List<Waiting> queue(ClientId client) {
		@Nullable
		List<Waiting> queue = queues.get(client);
		return queue == null ? List.of() : queue;
	}

	/** Those that another thread takes away meanwhile are left out. */
	private Stream<QueuedMessage> read(List<Waiting> queue) {
		return queue.stream().map(waiting -> messages.get(waiting.number())).filter(Objects::nonNull);
	}

	@Override
	public void forEach(Consumer<QueuedMessage> action) {
		messages.values().forEach(action);
	}

	@Override
	public void put(QueuedMessage message) {
		if (messages.put(message.sequenceNumber(), message) == null) {
			enqueue(message);
		}
	}

	private void enqueue(QueuedMessage message) {
		queues.merge(message.client(), List.of(Waiting.of(message)), (before, last) -> Stream.concat(before.stream(), last.stream()).toList());
	}

	@Override
	public void remove(QueuedMessage message) {
		messages.remove(message.sequenceNumber());
		queues.computeIfPresent(message.client(), (client, before) -> {
			List<Waiting> left = before.stream().filter(waiting -> waiting.number() != message.sequenceNumber()).toList();
			return left.isEmpty() ? null : left;
		});
	}

	@Override
	public void readOf(ClientId client) {
		allOf(client);
	}

	@Override
	public void removeOf(ClientId client) {
		allOf(client).forEach(this::remove);
	}

	private List<QueuedMessage> allOf(ClientId client) {
		return client.isModule() ? of(client) : queues.tailMap(client, true).entrySet().stream()
				.takeWhile(queue -> queue.getKey().deviceId().equals(client.deviceId())).map(Map.Entry::getValue).flatMap(this::read).toList();
	}
}
