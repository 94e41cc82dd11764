// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import java.util.List;

import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.operations.RestoreDevicesOperation;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.remedies.FailureDialog;
import iothubtools.ui.internal.text.Numbers;

/**
 * A deletion of devices that Edit &gt; Undo takes back: a job makes them anew. What cannot be made anew at that time can be tried again.
 */
public final class DeviceDeletion extends AbstractOperation {

	/** Where deletions of devices are undone. */
	public static final IUndoContext CONTEXT = new ObjectUndoContext(DeviceDeletion.class);

	/** How many can be undone. */
	private static final int LIMIT = 10;

	private final HubConnection connection;
	private final DeletedDevices deleted;

	private DeviceDeletion(HubConnection connection, DeletedDevices deleted) {
		super(label(deleted));
		this.connection = connection;
		this.deleted = deleted;
		addContext(CONTEXT);
	}

	private static String label(DeletedDevices deleted) {
		List<String> ids = deleted.ids();
		return ids.size() == 1 ? NLS.bind(Messages.Undo_delete_one, ids.get(0)) : NLS.bind(Messages.Undo_delete_many, Numbers.of(ids.size()));
	}

	/** Has it undone from now on, unless nothing is gone. The oldest are forgotten where there are more than are kept. */
	public static void remember(HubConnection connection, DeletedDevices deleted) {
		if (!deleted.ids().isEmpty()) {
			IOperationHistory history = OperationHistoryFactory.getOperationHistory();
			history.setLimit(CONTEXT, LIMIT);
			forgetImpossible(history);
			history.add(new DeviceDeletion(connection, deleted));
			forgetOldest(history);
		}
	}

	/** Those of a hub that is connected no more would keep Undo from those before them. */
	private static void forgetImpossible(IOperationHistory history) {
		for (IUndoableOperation each : history.getUndoHistory(CONTEXT)) {
			if (!each.canUndo()) {
				history.replaceOperation(each, new IUndoableOperation[0]);
			}
		}
	}

	private static void forgetOldest(IOperationHistory history) {
		IUndoableOperation[] all = history.getUndoHistory(CONTEXT);
		int devices = 0;
		for (int i = all.length - 1; i >= 0; i--) {
			if (all[i] instanceof DeviceDeletion deletion) {
				devices += deletion.deleted.ids().size();
				if (devices > DeletedDevices.LIMIT) {
					history.replaceOperation(deletion, new IUndoableOperation[0]);
				}
			}
		}
	}

	@Override
	public IStatus execute(@Nullable IProgressMonitor monitor, @Nullable IAdaptable info) {
		return Status.OK_STATUS;
	}

	@Override
	public boolean canUndo() {
		HubConnection now = IotHubCore.get().connections().find(connection.id());
		return now != null && (LocalHubService.isLocal(now) || now.host().equals(connection.host()));
	}

	@Override
	public IStatus undo(@Nullable IProgressMonitor monitor, @Nullable IAdaptable info) {
		IotHubCore.get().operations().job(new RestoreDevicesOperation(connection, deleted)).whenDone(job -> {
			TaskOutcome outcome = job.result();
			if (outcome != null && !outcome.allDone()) {
				FailureDialog.show(new TaskReport(connection, outcome).status(Messages.Restore_failed_one,
						Messages.Restore_failed_many), job);
			}
			// what is still gone can be asked for again
			remember(connection, deleted);
		}).schedule();
		return Status.OK_STATUS;
	}

	@Override
	public boolean canRedo() {
		return false;
	}

	@Override
	public IStatus redo(@Nullable IProgressMonitor monitor, @Nullable IAdaptable info) {
		return Status.CANCEL_STATUS;
	}
}
