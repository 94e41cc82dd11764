// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.core.tasks.DeletedDevices;
import iothubtools.ui.internal.tasks.DeviceDeletion;
import iothubtools.ui.tests.support.HubFixture;

class DeviceDeletionTest {

	private final IOperationHistory history = OperationHistoryFactory.getOperationHistory();

	@TempDir
	Path folder;

	/** Also what tests before have deleted. */
	@BeforeEach
	@AfterEach
	void forget() {
		history.dispose(DeviceDeletion.CONTEXT, true, true, false);
	}

	private List<String> undoable() {
		return Stream.of(history.getUndoHistory(DeviceDeletion.CONTEXT)).map(IUndoableOperation::getLabel).toList();
	}

	private static void delete(HubFixture hub, String id) throws Exception {
		DeletedDevices kept = new DeletedDevices();
		IotHubCore.get().operations().run(new DeleteDevicesOperation(hub.connection(), List.of(id), kept), new NullProgressMonitor());
		DeviceDeletion.remember(hub.connection(), kept);
	}

	@Test
	void theLastTenAreKept() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 12)) {
			for (int i = 1; i <= 12; i++) {
				delete(hub, "sensor-%04d".formatted(i));
			}
			assertEquals(10, undoable().size());
			assertEquals("Delete sensor-0003", undoable().get(0));
			assertEquals("Delete sensor-0012", undoable().get(9));
			assertTrue(history.canUndo(DeviceDeletion.CONTEXT));
		}
		assertFalse(history.canUndo(DeviceDeletion.CONTEXT), "its hub is not there any more");
	}

	@Test
	void whereNothingWasDeletedNothingIsUndone() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			delete(hub, "gone");
			assertEquals(List.of(), undoable());
		}
	}
}
