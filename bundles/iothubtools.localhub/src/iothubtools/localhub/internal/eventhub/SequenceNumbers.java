// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** The sequence numbers of each device's messages, in their order. Of 8 bytes each: there may be a million. */
final class SequenceNumbers {

	private final Map<String, Numbers> devices = new HashMap<>();

	/** Adds the newest number of a device; returns how many it has then. */
	int add(String deviceId, long number) {
		Numbers numbers = devices.computeIfAbsent(deviceId, key -> new Numbers());
		numbers.add(number);
		return numbers.count;
	}

	int count(String deviceId) {
		Numbers numbers = devices.get(deviceId);
		return numbers == null ? 0 : numbers.count;
	}

	/** The numbers of a device, oldest first. */
	LongStream of(String deviceId) {
		Numbers numbers = devices.get(deviceId);
		return numbers == null ? LongStream.empty() : LongStream.range(0, numbers.count).map(numbers::get);
	}

	/** Takes the oldest number away from a device that has one. */
	long removeFirst(String deviceId) {
		Numbers numbers = devices.get(deviceId);
		if (numbers == null) {
			throw new IllegalStateException("no message of that device");
		}
		long first = numbers.removeFirst();
		if (numbers.count == 0) {
			devices.remove(deviceId);
		}
		return first;
	}

	/** A queue of numbers in a ring. */
	private static final class Numbers {

		private long[] ring = new long[2];
		private int first;
		private int count;

		void add(long number) {
			if (count == ring.length) {
				long[] larger = Arrays.copyOfRange(ring, first, first + count * 2);
				System.arraycopy(ring, 0, larger, count - first, first);
				ring = larger;
				first = 0;
			}
			ring[(first + count) % ring.length] = number;
			count++;
		}

		long get(long place) {
			return ring[(int) ((first + place) % ring.length)];
		}

		long removeFirst() {
			long number = ring[first];
			first = (first + 1) % ring.length;
			count--;
			return number;
		}
	}
}
