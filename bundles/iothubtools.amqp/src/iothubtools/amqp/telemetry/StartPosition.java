// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.telemetry;

import java.time.Instant;
import java.util.Map;

/** From where on the partitions of the built-in endpoint are read. */
public sealed interface StartPosition {

	/** What comes from now on. */
	record Latest() implements StartPosition {
	}

	/** All that is kept. */
	record Earliest() implements StartPosition {
	}

	/**
	 * What came after a point in time, by the endpoint's clock.
	 *
	 * @param time counts in milliseconds
	 */
	record After(Instant time) implements StartPosition {
	}

	/**
	 * What stands behind an offset in each partition, such as behind what was seen last.
	 *
	 * @param offsets by the id of the partition
	 * @param others  for the partitions that have none here
	 */
	record AfterOffsets(Map<String, String> offsets, StartPosition others) implements StartPosition {

		/** Keeps a copy. */
		public AfterOffsets {
			offsets = Map.copyOf(offsets);
		}
	}

	/**
	 * What stands behind a sequence number in each partition.
	 *
	 * @param numbers by the id of the partition
	 * @param others  for the partitions that have none here
	 */
	record AfterSequenceNumbers(Map<String, Long> numbers, StartPosition others) implements StartPosition {

		/** Keeps a copy. */
		public AfterSequenceNumbers {
			numbers = Map.copyOf(numbers);
		}
	}
}
