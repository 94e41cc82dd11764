// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.handlers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.localhub.FaultEffect;
import iothubtools.localhub.FaultPlan;
import iothubtools.localhub.FaultRule;
import iothubtools.ui.internal.handlers.DeleteFailures;
import iothubtools.ui.tests.support.HubFixture;

class DeleteFailuresTest {

	@TempDir
	Path folder;

	@Test
	void there_is_a_line_for_each_kind_and_below_it_one_for_each_device() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			hub.hub().inject(FaultPlan.of(FaultRule.of("DeleteDevice", new FaultEffect.Status(403, "IotHubQuotaExceeded"))
					.withSkip(2).withTimes(1)));
			IStatus status = delete(hub, "gone-1", "sensor-0001", "sensor-0002", "gone-2");
			assertEquals("3 of 4 devices could not be deleted.", status.getMessage());
			assertEquals(2, status.getChildren().length);
			IStatus gone = status.getChildren()[0];
			assertTrue(gone.getMessage().startsWith("2 devices, the first of them gone-1: The hub does not know this:"),
					gone.getMessage());
			assertEquals(List.of("gone-1", "gone-2"), Stream.of(gone.getChildren())
					.map(device -> device.getMessage().replaceFirst(": The hub does not know this: (?s:.*)", "")).toList());
			IStatus refused = status.getChildren()[1];
			assertTrue(refused.getMessage().startsWith("sensor-0002: "), refused.getMessage());
			assertEquals(0, refused.getChildren().length);
		}
	}

	@Test
	void one_device_alone_is_named_with_the_reason_at_once() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			IStatus status = delete(hub, "gone");
			assertTrue(status.getMessage().startsWith("The device gone was not deleted. The hub does not know this:"),
					status.getMessage());
			assertFalse(status.isMultiStatus(), "whoever reads it has to open the details");
		}
	}

	private static IStatus delete(HubFixture hub, String... ids) throws Exception {
		return DeleteFailures.status(hub.connection(), IotHubCore.get().operations()
				.run(new DeleteDevicesOperation(hub.connection(), List.of(ids)), new NullProgressMonitor()));
	}
}
