// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.CopyNote;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;

/**
 * Devices of one hub on their way to another, with their keys, tags and desired properties: read and checked first, then made there in bulk
 * calls, as often as it takes until all are. Devices that are there already are left as they are. What was read is in memory only, encrypted.
 * Used by one thread at a time.
 */
public final class DeviceCopy implements HubCopy {

	/** How many devices can be copied at once. */
	public static final int LIMIT = DeletedDevices.LIMIT;

	private final HubOperations operations;
	private final HubConnection source;
	private final HubConnection target;
	private final List<String> deviceIds;
	private final Map<String, ItemOutcome> outcomes = new LinkedHashMap<>();
	private final Map<String, String> states = new HashMap<>();
	private DeletedDevices copy = new DeletedDevices();

	/** @param deviceIds at most {@link #LIMIT} */
	public DeviceCopy(HubOperations operations, HubConnection source, HubConnection target, List<String> deviceIds) {
		this.operations = operations;
		this.source = source;
		this.target = target;
		this.deviceIds = deviceIds.stream().distinct().toList();
	}

	@Override
	public HubConnection target() {
		return target;
	}

	/** Tells of each in the order of the ids; those that would be made tell what cannot be taken along. */
	@Override
	public TaskOutcome check(@Nullable IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, 10);
		outcomes.clear();
		states.clear();
		copy = new DeletedDevices();
		ReadForCopyOperation.Result read = operations.run(new ReadForCopyOperation(source, deviceIds, copy), progress.split(8));
		read.outcome().items().forEach(item -> outcomes.put(item.id(), item));
		read.notes().forEach((id, note) -> states.put(id, note.state()));
		Set<String> asked = new HashSet<>(deviceIds);
		read.notes().values().stream().map(CopyNote::parentId).filter(id -> !id.isEmpty()).forEach(asked::add);
		Set<String> there = operations.run(new FindDevicesOperation(target, asked), progress.split(2));
		Set<String> parents = new HashSet<>(there);
		deviceIds.stream().filter(id -> isDone(outcomes.get(id))).forEach(parents::add);
		read.notes().forEach((id, note) -> outcomes.put(id, planned(id, note, there, parents)));
		copy.leave(deviceIds.stream().filter(id -> !isDone(outcomes.get(id))).toList());
		return outcome(false);
	}

	private ItemOutcome planned(String id, CopyNote note, Set<String> there, Set<String> parents) {
		if (there.contains(id)) {
			return ItemOutcome.exists(id);
		}
		if (!note.parentId().isEmpty() && !parents.contains(note.parentId())) {
			return ItemOutcome.left(id, NLS.bind(Messages.Copy_noParent, note.parentId(), target.name()));
		}
		List<String> remarks = new ArrayList<>();
		if (note.modules() > 0) {
			remarks.add(note.modules() == 1 ? Messages.Copy_module : NLS.bind(Messages.Copy_modules, note.modules()));
		} else if (note.modules() < 0) {
			remarks.add(Messages.Copy_modulesUnknown);
		}
		if (note.messages() > 0) {
			remarks.add(note.messages() == 1 ? Messages.Copy_message : NLS.bind(Messages.Copy_messages, note.messages()));
		}
		if (note.twinUnknown()) {
			remarks.add(Messages.Copy_twinUnknown);
		}
		return ItemOutcome.done(id).because(String.join(" ", remarks));
	}

	@Override
	public TaskOutcome run(@Nullable IProgressMonitor monitor) throws CoreException {
		TaskOutcome made = operations.run(new RestoreDevicesOperation(target, copy), monitor);
		for (ItemOutcome item : made.items()) {
			ItemOutcome planned = outcomes.get(item.id());
			boolean exists = item.failure() instanceof ServiceException refused && refused.code() == HubErrorCode.DEVICE_ALREADY_EXISTS;
			if (exists) {
				copy.leave(List.of(item.id()));
			}
			outcomes.put(item.id(), exists ? ItemOutcome.exists(item.id())
					: item.result() == Result.DONE && planned != null ? item.because(planned.reason()) : item);
		}
		return outcome(made.cancelled());
	}

	/**
	 * Deletes devices where they came from, as the second half of a move: each only if it is at the target now, as a device of its own, and nobody
	 * has changed it here since the check. So nothing is lost where both connections lead to the same hub, or somebody else was at work.
	 *
	 * @param deviceIds of devices that {@link #run} made
	 * @param kept      takes what is needed to make them anew
	 * @return what became of each; those that are left tell why
	 * @throws CoreException as {@link HubOperations#run} does; severity CANCEL before anything was deleted
	 */
	public TaskOutcome deleteAtSource(List<String> deviceIds, DeletedDevices kept, @Nullable IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, 10);
		Map<String, String> there = operations.run(new GenerationsOperation(target, deviceIds), progress.split(3));
		return operations.run(new DeleteMovedOperation(source, deviceIds, kept, (device, state) -> {
			String generation = there.get(device.deviceId());
			if (generation == null) {
				return NLS.bind(Messages.Copy_notThere, target.name());
			}
			return generation.equals(device.generationId()) ? NLS.bind(Messages.Copy_sameHub, target.name(), source.name())
					: state.equals(states.get(device.deviceId())) ? null : NLS.bind(Messages.Copy_changed, source.name(), target.name());
		}), progress.split(7));
	}

	@Override
	public boolean isLeftToDo() {
		return !copy.ids().isEmpty();
	}

	private TaskOutcome outcome(boolean cancelled) {
		return new TaskOutcome(List.copyOf(outcomes.values()), cancelled);
	}

	private static boolean isDone(@Nullable ItemOutcome item) {
		return item != null && item.result() == Result.DONE;
	}
}
