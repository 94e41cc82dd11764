// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Where the messages of devices stand in the log, by their numbers: the newest of each device, and of all as many as there is room for.
 * Some 30 bytes each, as there may be half a million. Changed on the thread that writes, read on any.
 */
final class MessageIndex {

	private static final int FIRST_ROOM = 64;

	private final int mostOfDevice;
	private final long mostBytes;
	private final SequenceNumbers devices = new SequenceNumbers();

	/** From {@link #first} to {@link #end}, in the order of their numbers; a place whose device is null was given up. */
	private long[] numbers = new long[FIRST_ROOM];
	private long[] offsets = new long[FIRST_ROOM];
	private int[] sizes = new int[FIRST_ROOM];
	private int[] partitions = new int[FIRST_ROOM];
	private @Nullable String[] ids = new @Nullable String[FIRST_ROOM];
	private int first;
	private int end;
	private int kept;
	private long bytes;
	private boolean partial;

	/**
	 * Where a message is.
	 *
	 * @param number    which message of the hub it is
	 * @param partition the partition's number
	 * @param offset    the offset there
	 */
	record Place(long number, int partition, long offset) {
	}

	/** With how many messages are kept of a device, and how many bytes of all. */
	MessageIndex(int mostOfDevice, long mostBytes) {
		this.mostOfDevice = mostOfDevice;
		this.mostBytes = mostBytes;
	}

	/** Adds the next message, whose number is higher than all before it; gives up the oldest beyond the limits. */
	synchronized void add(Place place, String deviceId, int size) {
		room();
		numbers[end] = place.number();
		offsets[end] = place.offset();
		partitions[end] = place.partition();
		sizes[end] = size;
		ids[end] = deviceId;
		end++;
		kept++;
		bytes += size;
		if (devices.add(deviceId, place.number()) > mostOfDevice) {
			giveUp(find(devices.removeFirst(deviceId)));
		}
		while (bytes > mostBytes) {
			giveUpOldest();
		}
	}

	/** More room at the end, by moving what is kept to the beginning; twice as much when that would be needed again soon. */
	private void room() {
		if (end < numbers.length) {
			return;
		}
		int length = kept > numbers.length / 2 ? 2 * numbers.length : numbers.length;
		long[] newNumbers = new long[length];
		long[] newOffsets = new long[length];
		int[] newSizes = new int[length];
		int[] newPartitions = new int[length];
		@Nullable String[] newIds = new @Nullable String[length];
		int to = 0;
		for (int i = first; i < end; i++) {
			if (ids[i] != null) {
				newNumbers[to] = numbers[i];
				newOffsets[to] = offsets[i];
				newSizes[to] = sizes[i];
				newPartitions[to] = partitions[i];
				newIds[to] = ids[i];
				to++;
			}
		}
		numbers = newNumbers;
		offsets = newOffsets;
		sizes = newSizes;
		partitions = newPartitions;
		ids = newIds;
		first = 0;
		end = to;
	}

	private int find(long number) {
		return Arrays.binarySearch(numbers, first, end, number);
	}

	private void giveUp(int place) {
		ids[place] = null;
		kept--;
		bytes -= sizes[place];
		while (first < end && ids[first] == null) {
			first++;
		}
	}

	private void giveUpOldest() {
		partial = true;
		String deviceId = ids[first];
		if (deviceId != null) {
			devices.removeFirst(deviceId);
		}
		giveUp(first);
	}

	/** Whether there was no room for some, so that a device may have messages of which none is here. */
	synchronized boolean isPartial() {
		return partial;
	}

	/** How many are kept of a device. */
	synchronized int count(String deviceId) {
		return devices.count(deviceId);
	}

	/** Gives up all of a device. */
	synchronized void remove(String deviceId) {
		while (devices.count(deviceId) > 0) {
			giveUp(find(devices.removeFirst(deviceId)));
		}
	}

	/** Gives up what stood in a partition before an offset. */
	synchronized void removeBefore(int partition, long offset) {
		for (int i = first; i < end; i++) {
			String deviceId = ids[i];
			if (deviceId != null && partitions[i] == partition && offsets[i] < offset) {
				// all of a device are in one partition, so that this is its oldest
				devices.removeFirst(deviceId);
				giveUp(i);
			}
		}
	}

	/** Where those of a device are, oldest first. */
	synchronized List<Place> of(String deviceId) {
		return devices.of(deviceId).mapToObj(number -> place(find(number))).toList();
	}

	/** Where those from a number on are, oldest first, at most so many. */
	synchronized List<Place> from(long number, int most) {
		int found = find(number);
		List<Place> places = new ArrayList<>();
		for (int i = found < 0 ? -found - 1 : found; i < end && places.size() < most; i++) {
			if (ids[i] != null) {
				places.add(place(i));
			}
		}
		return places;
	}

	private Place place(int i) {
		return new Place(numbers[i], partitions[i], offsets[i]);
	}
}
