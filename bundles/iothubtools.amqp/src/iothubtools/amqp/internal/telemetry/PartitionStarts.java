// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.qpid.proton.amqp.Symbol;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;

/** Finds out where to begin with each partition that is to be read. On the loop's thread only. */
final class PartitionStarts {

	private final Map<PartitionProgress, Map<Symbol, Object>> starts = new LinkedHashMap<>();
	private final List<PartitionProgress> atTheirEnd = new ArrayList<>();

	/**
	 * Of the partitions that are not ended.
	 *
	 * @param start where to begin with one; null for its end
	 */
	PartitionStarts(List<PartitionProgress> partitions, Function<PartitionProgress, @Nullable Map<Symbol, Object>> start) {
		for (PartitionProgress progress : partitions) {
			if (!progress.isEnded()) {
				Map<Symbol, Object> known = start.apply(progress);
				if (known == null) {
					atTheirEnd.add(progress);
				} else {
					starts.put(progress, known);
				}
			}
		}
	}

	/** Those that begin at the end are told where that is now, so that nothing is lost from here on. */
	void find(EventHubFacts facts, Consumer<Map<PartitionProgress, Map<Symbol, Object>>> whenFound, Consumer<HubException> whenNot) {
		if (atTheirEnd.isEmpty()) {
			whenFound.accept(starts);
			return;
		}
		int[] left = { atTheirEnd.size() };
		for (PartitionProgress progress : atTheirEnd) {
			facts.lastOffset(progress.id(), offset -> {
				progress.beginsBehind(offset);
				starts.put(progress, StartSelector.behind(offset));
				if (--left[0] == 0) {
					whenFound.accept(starts);
				}
			}, whenNot);
		}
	}
}
