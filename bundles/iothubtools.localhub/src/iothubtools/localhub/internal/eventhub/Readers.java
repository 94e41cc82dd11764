// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.eventhub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.settings.EventHubSettings;

/**
 * Who reads which partition for which consumer group (contract §7.2). Five may do so at a time; one with an epoch has it alone, and goes
 * when one comes whose epoch is as high or higher. Safe for use by several threads.
 */
public final class Readers {

	/** What Event Hubs allows. */
	private static final int MOST = 5;

	private final Set<String> groups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
	private final Map<String, List<Reader>> reading = new HashMap<>();

	/** Somebody who reads. */
	public interface Reader {

		/** Its epoch; null when it has none. */
		@Nullable Long epoch();

		/** It may read no more, as another took its place. On any thread, must not block. */
		void stolen(String text);
	}

	/** Why somebody may not read. */
	public static final class Refused extends Exception {

		private static final long serialVersionUID = 1L;

		private final boolean quota;

		Refused(boolean quota, String text) {
			super(text);
			this.quota = quota;
		}

		/** Whether there are too many already; else one with a higher epoch reads. */
		public boolean isQuota() {
			return quota;
		}
	}

	/** With the groups beside that which is always there. */
	Readers(List<String> more) {
		groups.add(EventHubSettings.DEFAULT_GROUP);
		groups.addAll(more);
	}

	/** Whether there is a consumer group of that name, in any case. */
	public boolean hasGroup(String group) {
		return groups.contains(group);
	}

	/**
	 * Lets somebody read; others may have to go.
	 *
	 * @throws Refused when it may not
	 */
	public void join(String group, EventPartition partition, Reader reader) throws Refused {
		List<Reader> leaving = new ArrayList<>();
		Long epoch = reader.epoch();
		synchronized (this) {
			List<Reader> others = reading.computeIfAbsent(key(group, partition), missing -> new ArrayList<>());
			for (Reader other : others) {
				Long higher = other.epoch();
				if (higher != null && (epoch == null || epoch < higher)) {
					throw new Refused(false, "Receiver with a higher epoch '" + higher + "' already exists. A new receiver "
							+ (epoch == null ? "without an epoch" : "with epoch '" + epoch + "'") + " cannot be created.");
				}
				if (epoch != null) {
					leaving.add(other);
				}
			}
			if (epoch == null && others.size() >= MOST) {
				throw new Refused(true, "Exceeded the maximum number of allowed receivers per partition in a consumer group which is "
						+ MOST + ".");
			}
			others.removeAll(leaving);
			others.add(reader);
		}
		leaving.forEach(other -> other.stolen("New receiver with higher epoch of '" + epoch
				+ "' is created hence current receiver with epoch '" + (other.epoch() == null ? "0" : other.epoch()) + "' is getting disconnected."));
	}

	/** Somebody reads no more. */
	public synchronized void leave(String group, EventPartition partition, Reader reader) {
		List<Reader> others = reading.get(key(group, partition));
		if (others != null) {
			others.remove(reader);
		}
	}

	private static String key(String group, EventPartition partition) {
		return group.toLowerCase(Locale.ROOT) + '/' + partition.number();
	}
}
