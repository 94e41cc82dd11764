// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.inventory.DeviceGenerations.Seen;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.ReadGenerationsOperation;

/** What {@link DeviceGenerations} has of one hub. Used with its lock only. */
final class HubGenerations {

	/** Whoever scrolls on is waited for no longer than these take. */
	private static final int IN_A_JOB = 2 * ReadGenerationsOperation.AT_A_TIME;
	/** Beyond, those that nobody looked at for longest are forgotten: a person has seen so many rows, and a million must not stay in memory. */
	private static final int MOST = 10_000;
	private static final float USUAL_LOAD = 0.75f;

	/** Of the last ones that were looked at; empty for a device that there is not. */
	private final Map<String, String> known = new LinkedHashMap<>(16, USUAL_LOAD, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.@Nullable Entry<String, String> eldest) {
			return size() > MOST;
		}
	};
	/** What was read before a refresh, to be shown until it is read anew. */
	private final Map<String, String> before = new HashMap<>();
	/** Devices that were made or deleted while a job reads: what it has of them may be of those before. */
	private final Set<String> newer = new HashSet<>();
	/** Whether the same is so of all of them, as there was a refresh. */
	private boolean outdated;
	private Seen seen;
	private @Nullable HubJob<Map<String, String>> job;
	private @Nullable IStatus failure;
	/** The list that was there when it failed. */
	private @Nullable Instant failedWith;

	HubGenerations(Seen seen) {
		this.seen = seen;
	}

	/** Somebody looks at these now. A failure counts no longer than the list does that was there then. */
	void seen(Seen now) {
		if (!Objects.equals(now.listedAt(), failedWith)) {
			failure = null;
		}
		if (!Objects.equals(now.listedAt(), seen.listedAt())) {
			// a device that was not there may be by now
			known.values().removeIf(String::isEmpty);
		}
		seen = now;
	}

	@Nullable
	String of(String deviceId) {
		String generation = known.get(deviceId);
		return generation == null ? before.get(deviceId) : generation;
	}

	@Nullable
	IStatus failure() {
		return failure;
	}

	/** What is to be read next; null for nothing, or while a job is under way. */
	@Nullable
	ReadGenerationsOperation next() {
		List<String> missing = job != null || failure != null ? List.of()
				: seen.deviceIds().stream().filter(id -> !known.containsKey(id)).limit(seen.few() ? Integer.MAX_VALUE : IN_A_JOB).toList();
		return missing.isEmpty() ? null : new ReadGenerationsOperation(seen.connection(), missing, seen.few());
	}

	void begin(HubJob<Map<String, String>> begun) {
		newer.clear();
		outdated = false;
		job = begun;
	}

	/** Whether it was the one that is under way. */
	boolean end(HubJob<Map<String, String>> ended) {
		if (job != ended) {
			return false;
		}
		job = null;
		Map<String, String> read = ended.result();
		if (read == null) {
			failure = ended.outcome();
			failedWith = seen.listedAt();
		} else if (!outdated) {
			read.forEach((id, generation) -> {
				if (!newer.contains(id)) {
					put(id, generation);
				}
			});
		}
		return true;
	}

	/** What is to be cancelled, as nobody looks any more. */
	@Nullable
	HubJob<Map<String, String>> stop() {
		HubJob<Map<String, String>> running = job;
		job = null;
		seen = new Seen(seen.connection(), List.of(), seen.few(), seen.listedAt());
		return running;
	}

	void put(String deviceId, String generation) {
		before.remove(deviceId);
		known.put(deviceId, generation);
	}

	/** A device is another one, or as it was; the generation is empty where that is not told. */
	void changed(String deviceId, String generation) {
		newer.add(deviceId);
		if (generation.isEmpty()) {
			gone(List.of(deviceId));
		} else {
			put(deviceId, generation);
		}
	}

	void gone(Collection<String> deviceIds) {
		newer.addAll(deviceIds);
		deviceIds.forEach(known::remove);
		deviceIds.forEach(before::remove);
	}

	/** All of them are to be read anew when somebody looks at them. */
	void outdate() {
		before.putAll(known);
		before.keySet().retainAll(new HashSet<>(seen.deviceIds()));
		known.clear();
		failure = null;
		outdated = true;
	}
}
