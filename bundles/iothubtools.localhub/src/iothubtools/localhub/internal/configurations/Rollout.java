// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.query.QueryRow;

/**
 * One look at all configurations of a kind: which of them has which targets, and which wins where several have the same one.
 * That is the one with the highest priority, of several the youngest.
 */
final class Rollout {

	private static final Comparator<Configuration> RANK = Comparator.comparingInt(Configuration::priority)
			.thenComparing(Configuration::created).reversed();
	private static final int WRITTEN_AT_ONCE = 100;
	private static final String APPLIED = "Applied";
	private static final String TARGETED = "Targeted";

	private final TargetKind kind;
	/** The configurations of each target, the winner first. */
	private final Map<ClientId, List<Configuration>> ranked = new HashMap<>();
	private final Map<String, ConfigurationContent> contents = new HashMap<>();
	private final Set<ClientId> applied = ConcurrentHashMap.newKeySet();

	private Rollout(TargetKind kind) {
		this.kind = kind;
	}

	/** Finds the targets of configurations that are all of this kind; takes as long as reading every device does. */
	static Rollout of(TargetKind kind, List<Configuration> configurations, ConfigurationQueries queries) {
		Rollout rollout = new Rollout(kind);
		for (Configuration configuration : configurations.stream().sorted(RANK).toList()) {
			rollout.contents.put(configuration.id(), ConfigurationContent.parse(configuration.content().object()));
			for (Iterator<QueryRow> rows = queries.targets(kind, configuration.targetCondition()); rows.hasNext();) {
				rollout.ranked.computeIfAbsent(ClientId.parse(rows.next().key()), first -> new ArrayList<>(1)).add(configuration);
			}
		}
		return rollout;
	}

	/** Writes the content of each winner where it is not there yet; completes when all is kept. */
	CompletableFuture<?> write(DesiredWriter desired, Writer writer) {
		List<CompletableFuture<?>> writes = new ArrayList<>();
		List<ClientId> group = new ArrayList<>();
		ranked.keySet().forEach(target -> {
			if (differs(desired, target)) {
				group.add(target);
			}
			if (group.size() == WRITTEN_AT_ONCE) {
				writes.add(write(desired, writer, List.copyOf(group)));
				group.clear();
			}
		});
		writes.add(write(desired, writer, List.copyOf(group)));
		return CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new));
	}

	private boolean differs(DesiredWriter desired, ClientId target) {
		try {
			boolean differs = desired.differs(target, content(target));
			if (!differs) {
				applied.add(target);
			}
			return differs;
		} catch (HubError e) {
			// the device or module was deleted meanwhile
			return false;
		}
	}

	private CompletableFuture<?> write(DesiredWriter desired, Writer writer, List<ClientId> targets) {
		return writer.write(() -> {
			targets.forEach(target -> apply(desired, target));
			return targets;
		}).toCompletableFuture();
	}

	private void apply(DesiredWriter desired, ClientId target) {
		try {
			desired.apply(target, content(target));
			applied.add(target);
		} catch (HubError e) {
			// deleted meanwhile, or too large with what the twin has already: it stays targeted
		}
	}

	private ConfigurationContent content(ClientId target) {
		ConfigurationContent content = contents.get(ranked.getOrDefault(target, List.of()).get(0).id());
		if (content == null) {
			throw new IllegalStateException("no configuration for " + target);
		}
		return content;
	}

	/** Adds the status of each configuration to the twins that show it. */
	void addStatuses(Map<ClientId, Map<String, String>> statuses) {
		ranked.forEach((target, configurations) -> {
			Map<String, String> shown = statuses.computeIfAbsent(kind.statusOf(target), first -> new HashMap<>(2));
			configurations.forEach(one -> shown.put(one.id(), isWinner(one, configurations, target) ? APPLIED : TARGETED));
		});
	}

	/** Counts the targets of each configuration, and those that have its content, by id. */
	void count(Map<String, Long> targeted, Map<String, Long> written) {
		ranked.forEach((target, configurations) -> configurations.forEach(one -> {
			targeted.merge(one.id(), 1L, Long::sum);
			if (isWinner(one, configurations, target)) {
				written.merge(one.id(), 1L, Long::sum);
			}
		}));
	}

	private boolean isWinner(Configuration one, List<Configuration> configurations, ClientId target) {
		return one == configurations.get(0) && applied.contains(target);
	}
}
