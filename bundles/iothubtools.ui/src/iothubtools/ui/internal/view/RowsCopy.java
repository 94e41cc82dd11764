// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.operations.ReadGenerationsOperation;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.table.RowsText;
import iothubtools.ui.internal.table.TableColumns;

/**
 * Copies devices with all columns that are shown. What is not known yet of the generations is read first, with progress and Cancel: a table with
 * holes would be taken for a whole one.
 */
final class RowsCopy {

	private final HubOperations operations;
	private final GenerationColumn generation;
	private final Map<HubConnection, Map<String, String>> read = new HashMap<>();

	RowsCopy(HubOperations operations, GenerationColumn generation) {
		this.operations = operations;
		this.generation = generation;
	}

	/** Copies them, unless a person cancels, or what is missing cannot be read, which is told. */
	void copy(List<Row.Device> devices, TableColumns<?> heads, RowTexts texts) {
		Map<HubConnection, List<String>> missing = generation.missing(devices);
		if (missing.isEmpty() || read(missing)) {
			Clipboards.copy(RowsText.of(devices, heads, texts.with(this::generation)::of));
			read.forEach(generation::read);
		}
	}

	private String generation(Row.Device row) {
		String known = read.getOrDefault(row.connection(), Map.of()).get(row.device().deviceId());
		return known == null ? generation.text(row) : known;
	}

	private boolean read(Map<HubConnection, List<String>> missing) {
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> read(missing, monitor));
			return true;
		} catch (InvocationTargetException e) {
			IStatus failure = e.getTargetException() instanceof CoreException core ? core.getStatus() : null;
			if (failure == null) {
				throw new IllegalStateException(e.getTargetException());
			}
			StatusManager.getManager().handle(failure, StatusManager.SHOW);
		} catch (InterruptedException e) {
			// nothing is copied then
		}
		return false;
	}

	private void read(Map<HubConnection, List<String>> missing, @Nullable IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
		SubMonitor progress = SubMonitor.convert(monitor, missing.values().stream().mapToInt(List::size).sum());
		for (Map.Entry<HubConnection, List<String>> hub : missing.entrySet()) {
			List<String> ids = hub.getValue();
			try {
				read.put(hub.getKey(), operations.run(new ReadGenerationsOperation(hub.getKey(), ids, generation.isFew(hub.getKey())),
						progress.split(ids.size())));
			} catch (CoreException e) {
				if (e.getStatus().matches(IStatus.CANCEL)) {
					throw new InterruptedException();
				}
				throw new InvocationTargetException(e);
			}
		}
	}
}
