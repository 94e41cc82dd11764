// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import iothubtools.client.twins.text.TwinDocument;

/** How long it takes to work with a twin as large as twins may be. */
class TwinTimesTest {

	private static final int ROUNDS = 150;

	/** Desired properties of 32 KB less 768 bytes, as the hub counts, in 2,000 members, and tags of 8 KB. */
	private static String twin(int value) {
		String tags = IntStream.range(0, 500).mapToObj(i -> "\"tag%04d\": %d".formatted(i, value)).collect(Collectors.joining(",\n    "));
		String desired = IntStream.range(0, 100)
				.mapToObj(group -> "\"group%02d\": {".formatted(group) + IntStream.range(0, 20)
						.mapToObj(i -> "\"item%03d\": %d".formatted(i, value + i)).collect(Collectors.joining(",\n        ")) + "}")
				.collect(Collectors.joining(",\n      "));
		return "{\n  \"tags\": {" + tags + "},\n  \"properties\": {\n    \"desired\": {" + desired + "}\n  }\n}\n";
	}

	/** The median of many rounds in milliseconds of processor time, as a busy machine does other things in between; the first are to warm up. */
	private static double millis(Runnable work) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long[] times = new long[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			long began = threads.getCurrentThreadCpuTime();
			work.run();
			times[i] = threads.getCurrentThreadCpuTime() - began;
		}
		long[] warm = Arrays.copyOfRange(times, ROUNDS / 3, ROUNDS);
		Arrays.sort(warm);
		return warm[warm.length / 2] / 1e6;
	}

	@Test
	void aFullTwinIsCheckedInLessThanTwentyMilliseconds() {
		String text = twin(1000);
		assertEquals(List.of(), TwinDocument.read(text).problems());
		double valid = millis(() -> TwinDocument.read(text));
		String broken = text.replace("\"item", "\"item.");
		double invalid = millis(() -> TwinDocument.read(broken));
		System.out.printf("A full twin is checked in %.1f ms, one with a mistake in each of 2,000 lines in %.1f ms%n", valid, invalid);
		assertTrue(valid < 20 && invalid < 20, () -> valid + " ms, " + invalid + " ms");
	}

	@Test
	void theSmallestPatchOfTwoFullTwinsTakesLessThanTenMilliseconds() {
		TwinDocument before = TwinDocument.read(twin(1000));
		TwinDocument same = TwinDocument.read(twin(1000));
		TwinDocument other = TwinDocument.read(twin(2000));
		assertNotNull(before.patchTo(other));
		double all = millis(() -> Objects.requireNonNull(before.patchTo(other)));
		double none = millis(() -> before.patchTo(same));
		System.out.printf("The patch of two full twins in which all differs is made in %.1f ms, where nothing does in %.1f ms%n", all, none);
		assertTrue(all < 10 && none < 10, () -> all + " ms, " + none + " ms");
	}
}
