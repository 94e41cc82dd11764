// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Keeps twins as configurations want them (contract §3.10): looks for the twins each is for, writes the content of the winner
 * of each twin, and counts. It does so when a configuration has changed and every five minutes, as the service does, and, as
 * it need not be slow like the service, some seconds after devices or twins were written. What it found last is in memory and
 * found again after a restart.
 */
public final class ConfigurationManager {

	private static final Duration INTERVAL = Duration.ofMinutes(5);
	private static final Duration CHECK = Duration.ofSeconds(5);

	private final ConfigurationStore configurations;
	private final ConfigurationQueries queries;
	private final DesiredWriter desired;
	private final Writer writer;
	private final HubTimer timer;
	private final Executor background;
	private final LongSupplier writes;
	private final AtomicBoolean asked = new AtomicBoolean();
	private Runnable forgetCheck = () -> { };
	private volatile Map<ClientId, Map<String, String>> statuses = Map.of();
	private volatile Map<String, ConfigurationResults> results = Map.of();

	/**
	 * With what they are, what finds twins, what writes them, and when.
	 *
	 * @param writes another number whenever devices or twins were written that a configuration may be for
	 */
	public ConfigurationManager(ConfigurationStore configurations, Queries queries, DesiredWriter desired, Writer writer,
			HubTimer timer, Executor background, LongSupplier writes) {
		this.configurations = configurations;
		this.queries = new ConfigurationQueries(queries);
		this.desired = desired;
		this.writer = writer;
		this.timer = timer;
		this.background = background;
		this.writes = writes;
	}

	/** Looks soon, once for all calls until then. */
	public void look() {
		if (asked.compareAndSet(false, true)) {
			background.execute(this::lookNow);
		}
	}

	/** The status of every configuration that is for a twin, by id: Applied of the one whose content it has, else Targeted. */
	public Map<String, String> statuses(ClientId client) {
		return statuses.getOrDefault(client, Map.of());
	}

	/** What the metrics of a configuration came to. */
	ConfigurationResults results(String id) {
		return results.getOrDefault(id, ConfigurationResults.NONE);
	}

	private void lookNow() {
		asked.set(false);
		forgetCheck.run();
		List<Configuration> all = configurations.all();
		if (!all.isEmpty()) {
			checkLater(writes.getAsLong(), INTERVAL);
		}
		Map<TargetKind, List<Configuration>> kinds = new EnumMap<>(TargetKind.class);
		all.forEach(one -> kinds.computeIfAbsent(kind(one), first -> new ArrayList<>()).add(one));
		List<Rollout> rollouts = new ArrayList<>();
		kinds.forEach((kind, some) -> rollouts.add(Rollout.of(kind, some, queries)));
		CompletableFuture.allOf(rollouts.stream().map(one -> one.write(desired, writer)).toArray(CompletableFuture[]::new))
				.thenRunAsync(() -> publish(all, rollouts), background);
	}

	/** Looks again when there were writes since, or when so much time has passed in any case. */
	private void checkLater(long seen, Duration left) {
		forgetCheck = timer.in(CHECK, () -> background.execute(() -> {
			if (writes.getAsLong() != seen || left.compareTo(CHECK) <= 0) {
				look();
			} else {
				checkLater(seen, left.minus(CHECK));
			}
		}));
	}

	private static TargetKind kind(Configuration configuration) {
		return ConfigurationContent.parse(configuration.content().object()).kind();
	}

	/** Statuses before results: queries may ask for them. */
	private void publish(List<Configuration> all, List<Rollout> rollouts) {
		Map<ClientId, Map<String, String>> newStatuses = new HashMap<>();
		Map<String, Long> targeted = new HashMap<>();
		Map<String, Long> written = new HashMap<>();
		rollouts.forEach(rollout -> {
			rollout.addStatuses(newStatuses);
			rollout.count(targeted, written);
		});
		statuses = newStatuses;
		Map<String, ConfigurationResults> newResults = new HashMap<>();
		for (Configuration one : all) {
			Map<String, Long> system = new LinkedHashMap<>();
			kind(one).systemQueries(one).forEach((name, query) -> system.put(name, switch (name) {
			case TargetKind.TARGETED -> targeted.getOrDefault(one.id(), 0L);
			case TargetKind.APPLIED -> written.getOrDefault(one.id(), 0L);
			default -> queries.count(query);
			}));
			Map<String, Long> custom = new LinkedHashMap<>();
			one.metrics().forEach((name, query) -> custom.put(name, queries.count(query)));
			newResults.put(one.id(), new ConfigurationResults(system, custom));
		}
		results = newResults;
	}
}
