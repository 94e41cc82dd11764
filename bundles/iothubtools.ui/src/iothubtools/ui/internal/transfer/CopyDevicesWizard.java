// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.DeviceCopy;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.tasks.DeviceDeletion;

/**
 * Makes devices of one hub at another. A move asks then whether those that were made are deleted where they came from, which Edit &gt; Undo takes
 * back.
 */
public final class CopyDevicesWizard extends CopyWizard<DeviceCopy> {

	private final boolean move;
	private final HubConnection source;
	/** Those that are no longer where they came from. */
	private final Set<String> moved = new HashSet<>();
	/** Why others still are. */
	private final Map<String, String> whyStill = new HashMap<>();

	/**
	 * Begins with the devices.
	 *
	 * @param target where to; null to have it chosen
	 * @param move   whether they are deleted where they are, which is asked when they were made
	 */
	public CopyDevicesWizard(HubConnection source, List<String> deviceIds, @Nullable HubConnection target, boolean move) {
		super(new CopyModel<>(CopyWords.devices(source, deviceIds.size(), move), source, target, deviceIds.size() > DeviceCopy.LIMIT,
				to -> new DeviceCopy(IotHubCore.get().operations(), source, to, deviceIds)), CopyPlanPage::new, rest -> new CopyOutcomePage(move, rest));
		this.source = source;
		this.move = move;
	}

	@Override
	IStatus finish(DeviceCopy copy, TaskOutcome made) {
		return move ? remove(copy, made) : Status.OK_STATUS;
	}

	@Override
	TaskOutcome told(TaskOutcome made) {
		return move ? toldOfMove(made) : made;
	}

	/** Deletes those that were made, where they came from, if the person wants it; why that did not work. */
	private IStatus remove(DeviceCopy copy, TaskOutcome made) {
		HubConnection target = copy.target();
		List<String> ids = made.ids(Result.DONE).stream().filter(id -> !moved.contains(id)).toList();
		String question = ids.size() == 1 ? NLS.bind(Messages.Copy_delete_one, new Object[] { ids.get(0), target.name(), source.name() })
				: NLS.bind(Messages.Copy_delete_many, new Object[] { ImportTexts.number(ids.size()), target.name(), source.name() });
		if (ids.isEmpty() || !Destructive.confirmed(getShell(), List.of(source), Messages.Copy_delete_title, question, Messages.Copy_delete_button)) {
			return Status.OK_STATUS;
		}
		DeletedDevices kept = new DeletedDevices();
		try {
			TaskOutcome gone = HubWork.run(getContainer(), monitor -> copy.deleteAtSource(ids, kept, monitor));
			List<String> deleted = gone.ids(Result.DONE);
			moved.addAll(deleted);
			gone.items().forEach(item -> whyStill.put(item.id(), ImportTexts.why(item, source)));
			return gone.allDone() ? Status.OK_STATUS
					: new Status(IStatus.WARNING, UiIds.BUNDLE, NLS.bind(Messages.Copy_notDeleted, ids.size() - deleted.size(), source.name()));
		} catch (CoreException e) {
			return e.getStatus();
		} finally {
			DeviceDeletion.remember(source, kept);
		}
	}

	private TaskOutcome toldOfMove(TaskOutcome made) {
		return new TaskOutcome(made.items().stream().map(item -> item.result() == Result.DONE ? told(item) : item).toList(), made.cancelled());
	}

	private ItemOutcome told(ItemOutcome item) {
		boolean isGone = moved.contains(item.id());
		String where = NLS.bind(isGone ? Messages.Copy_moved : Messages.Copy_still, source.name());
		String why = isGone ? "" : whyStill.getOrDefault(item.id(), "");
		return item.because(Stream.of(where, why, item.reason()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")));
	}
}
