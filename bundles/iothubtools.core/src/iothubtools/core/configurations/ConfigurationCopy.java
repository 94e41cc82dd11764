// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.configurations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.errors.HubException;
import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonNode;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubCopy;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Configurations and deployments on their way to a hub, from another one or from a file. One that is there already and is another is left, or
 * changed to what comes in the version that was seen; its content no hub changes.
 */
public final class ConfigurationCopy implements HubCopy {

	private final HubOperations operations;
	private final ConfigurationSource source;
	private final HubConnection target;
	private final boolean overwrite;
	private final Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
	/** What is left to be written. */
	private final Map<String, Configuration> rest = new LinkedHashMap<>();
	/** What of those that are there is to be changed, in words. */
	private final Map<String, String> changes = new LinkedHashMap<>();

	/** @param overwrite whether those that are there and are others are changed */
	public ConfigurationCopy(HubOperations operations, ConfigurationSource source, HubConnection target, boolean overwrite) {
		this.operations = operations;
		this.source = source;
		this.target = target;
		this.overwrite = overwrite;
	}

	@Override
	public HubConnection target() {
		return target;
	}

	/** Tells of those that are there already whether they are the same, and what of them is not. */
	@Override
	public TaskOutcome check(@Nullable IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, 2);
		outcomes.clear();
		rest.clear();
		changes.clear();
		Map<String, @Nullable Configuration> come = source.read(operations, progress.split(1));
		Map<String, Configuration> there = new HashMap<>();
		operations.run(new ListConfigurationsOperation(target), progress.split(1)).forEach(each -> there.put(each.id(), each));
		come.forEach((id, configuration) -> outcomes.put(id, configuration == null ? ItemOutcome.left(id, Messages.Copy_gone)
				: planned(configuration, there.get(id))));
		return outcome(false);
	}

	private ItemOutcome planned(Configuration comes, @Nullable Configuration there) {
		String id = comes.id();
		if (there == null) {
			rest.put(id, comes.anew());
			return ItemOutcome.done(id);
		}
		if (!isSame(comes.anew().content(), there.anew().content())) {
			return ItemOutcome.left(id, Messages.Copy_content);
		}
		String others = others(comes, there);
		if (others.isEmpty()) {
			return ItemOutcome.exists(id).because(Messages.Copy_same);
		}
		if (!overwrite) {
			return ItemOutcome.exists(id).because(NLS.bind(Messages.Copy_differs, others));
		}
		rest.put(id, there.toBuilder().priority(comes.priority()).targetCondition(comes.targetCondition()).labels(comes.labels())
				.metricQueries(comes.metricQueries()).build());
		changes.put(id, NLS.bind(Messages.Copy_changes, others));
		return ItemOutcome.changed(id, NLS.bind(Messages.Copy_changes, others));
	}

	private static boolean isSame(String content, String other) {
		JsonNode one = JsonDocument.read(content).root();
		JsonNode two = JsonDocument.read(other).root();
		return one != null && two != null && one.hasSameValue(two);
	}

	/** What of it is another, in words. */
	private static String others(Configuration one, Configuration two) {
		List<String> others = new ArrayList<>();
		if (one.priority() != two.priority()) {
			others.add(Messages.Copy_priority);
		}
		if (!one.targetCondition().equals(two.targetCondition())) {
			others.add(Messages.Copy_condition);
		}
		if (!one.metricQueries().equals(two.metricQueries())) {
			others.add(Messages.Copy_metrics);
		}
		if (!one.labels().equals(two.labels())) {
			others.add(Messages.Copy_labels);
		}
		return String.join(", ", others);
	}

	@Override
	public TaskOutcome run(@Nullable IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, 10);
		if (rest.keySet().stream().anyMatch(this::isOpen)) {
			findThoseThatAreMade(progress.split(1));
		}
		TaskOutcome made = operations.run(new WriteConfigurationsOperation(target, List.copyOf(rest.values())), progress.setWorkRemaining(9).split(9));
		for (ItemOutcome item : made.items()) {
			outcomes.put(item.id(), item.result() == Result.DONE ? made(item.id()) : item);
		}
		rest.keySet().retainAll(Set.copyOf(made.rest(true)));
		return outcome(made.cancelled());
	}

	/** Whether the hub may have made it, though nobody heard of it. */
	private boolean isOpen(String id) {
		ItemOutcome item = outcomes.get(id);
		HubException failure = item == null ? null : item.failure();
		return item != null && item.result() == Result.UNKNOWN || failure != null && failure.isUnclear();
	}

	/** To be asked once more for what it has done, a hub would say that somebody else was there first. */
	private void findThoseThatAreMade(SubMonitor progress) throws CoreException {
		for (Configuration there : operations.run(new ListConfigurationsOperation(target), progress)) {
			String id = there.id();
			Configuration wanted = rest.get(id);
			if (wanted != null && isOpen(id) && isSame(wanted.anew().content(), there.anew().content()) && others(wanted, there).isEmpty()) {
				rest.remove(id);
				outcomes.put(id, made(id));
			}
		}
	}

	private ItemOutcome made(String id) {
		String changed = changes.get(id);
		return changed == null ? ItemOutcome.done(id) : ItemOutcome.changed(id, changed);
	}

	@Override
	public boolean isLeftToDo() {
		return !rest.isEmpty();
	}

	private TaskOutcome outcome(boolean cancelled) {
		return new TaskOutcome(List.copyOf(outcomes.values()), cancelled);
	}
}
