// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.settings.EventHubSettings;

/**
 * The built-in endpoint: its partitions, and how long they keep what they have. A device's messages all go to one partition. What is added
 * is written with the commit that confirms it to its sender, all of it at once.
 */
public final class EventHub implements AutoCloseable {

	/** What it is called, as an Event Hub. */
	public static final String NAME = HubNames.EVENT_HUB;

	private static final String PARTITIONS = "events/partitions";
	private static final String CREATED = "events/created";
	private static final long LARGEST_FILE = 8L * 1024 * 1024;
	private static final long SMALLEST_FILE = 64L * 1024;
	/** Files that the room is divided into, at least. */
	private static final int PARTS = 32;
	private static final long LOOK_MILLIS = 1000;

	private final EventHubSettings settings;
	private final Clock clock;
	private final List<EventPartition> partitions = new ArrayList<>();
	private final Readers readers;
	private final Instant created;
	private long looked;

	/**
	 * Opens it, with what is there.
	 *
	 * @param folder    where its files are
	 * @param positions how far they count
	 * @param sync      whether it waits for the disk
	 * @throws IOException when the files cannot be read or written
	 */
	public EventHub(Path folder, EventHubSettings settings, LogPositions positions, Clock clock, boolean sync) throws IOException {
		this.settings = settings;
		this.clock = clock;
		long kept = positions.get(PARTITIONS);
		if (kept == 0) {
			kept = settings.partitions();
			positions.set(PARTITIONS, kept);
			positions.set(CREATED, clock.millis());
		}
		created = Instant.ofEpochMilli(positions.get(CREATED));
		long fileBytes = Math.max(SMALLEST_FILE, Math.min(LARGEST_FILE, settings.retentionBytes() / PARTS));
		try {
			for (int i = 0; i < kept; i++) {
				partitions.add(new EventPartition(i, folder.resolve(Integer.toString(i)), positions, clock::millis, fileBytes, sync));
			}
		} catch (IOException | RuntimeException e) {
			close();
			throw e;
		}
		readers = new Readers(settings.consumerGroups());
	}

	/** Its partitions, by their numbers. */
	public List<EventPartition> partitions() {
		return List.copyOf(partitions);
	}

	/** The partition of an id; null when there is none. */
	public @Nullable EventPartition partition(String id) {
		for (EventPartition partition : partitions) {
			if (Integer.toString(partition.number()).equals(id)) {
				return partition;
			}
		}
		return null;
	}

	/** Who reads. */
	public Readers readers() {
		return readers;
	}

	/** When it was made. */
	public Instant created() {
		return created;
	}

	/** Takes what the hub itself tells. Within a {@link iothubtools.localhub.internal.kernel.Writer} only. */
	public void append(HubEvent told) {
		of(told.client().deviceId()).append(RecordHeader.NO_NUMBER, notes -> {
			// there is nothing to say beside
		}, (sequence, offset) -> Event.of(told, sequence, offset));
	}

	/** Always the same for a device. */
	EventPartition of(String deviceId) {
		int hash = deviceId.hashCode();
		return partitions.get(Math.floorMod(hash ^ hash >>> 16, partitions.size()));
	}

	/** Writes what was added, before the commit it goes with. */
	public void beforeCommit() {
		try {
			for (EventPartition partition : partitions) {
				partition.write();
			}
			long now = clock.millis();
			if (Math.abs(now - looked) >= LOOK_MILLIS) {
				looked = now;
				forget(now);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Forgets what is too old, then the oldest of all while there is too much. */
	private void forget(long now) throws IOException {
		long old = now - settings.retention().toMillis();
		for (EventPartition partition : partitions) {
			while (partition.oldestMillis() < old) {
				partition.dropOldest();
			}
		}
		long bytes = 0;
		for (EventPartition partition : partitions) {
			bytes += partition.bytes();
		}
		while (bytes > settings.retentionBytes()) {
			EventPartition oldest = oldest();
			if (oldest == null) {
				return;
			}
			bytes -= oldest.bytes();
			oldest.dropOldest();
			bytes += oldest.bytes();
		}
	}

	/** The partition that has the oldest file which is not written to any more. */
	private @Nullable EventPartition oldest() {
		EventPartition oldest = null;
		for (EventPartition partition : partitions) {
			if (partition.files() > 1 && (oldest == null || partition.oldestMillis() < oldest.oldestMillis())) {
				oldest = partition;
			}
		}
		return oldest;
	}

	/** What was written is kept for good: who waits for it hears of it. */
	public void commit() {
		partitions.forEach(EventPartition::commit);
	}

	@Override
	public void close() {
		partitions.forEach(EventPartition::close);
	}
}
