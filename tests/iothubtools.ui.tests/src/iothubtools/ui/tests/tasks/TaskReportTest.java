// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.DeleteDevicesOperation;
import iothubtools.localhub.faults.FaultEffect;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.ui.internal.tasks.TaskReport;
import iothubtools.ui.tests.support.HubFixture;

class TaskReportTest {

	@TempDir
	Path folder;

	@Test
	void thereIsALineForEachKindAndBelowItOneForEachDevice() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 2)) {
			IStatus status = delete(hub, "gone-1", "sensor-0001", "sensor-0002", "gone-2");
			assertEquals("2 of 4 devices could not be deleted.", status.getMessage());
			assertEquals(IStatus.WARNING, status.getSeverity(), "nothing is lost");
			assertEquals(1, status.getChildren().length);
			IStatus gone = status.getChildren()[0];
			assertTrue(gone.getMessage().startsWith("2 devices, the first of them gone-1: The hub does not know this:"),
					gone.getMessage());
			assertEquals(List.of("gone-1", "gone-2"), Stream.of(gone.getChildren())
					.map(device -> device.getMessage().replaceFirst(": The hub does not know this: (?s:.*)", "")).toList());
		}
	}

	@Test
	void whatWasNotTriedAfterAFailureIsCounted() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 350)) {
			hub.hub().inject(FaultPlan.of(FaultRule.of("UpdateRegistry", new FaultEffect.Status(403, "IotHubQuotaExceeded"))
					.withSkip(1).withTimes(1)));
			IStatus status = delete(hub, IntStream.rangeClosed(1, 350).mapToObj("sensor-%04d"::formatted).toArray(String[]::new));
			assertEquals("250 of 350 devices could not be deleted.", status.getMessage());
			assertEquals(2, status.getChildren().length);
			assertTrue(status.getChildren()[0].getMessage().startsWith("100 devices, the first of them sensor-0101: "),
					status.getChildren()[0].getMessage());
			assertEquals("150 devices were not tried after that.", status.getChildren()[1].getMessage());
		}
	}

	@Test
	void oneDeviceAloneIsNamedWithTheReasonAtOnce() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 0)) {
			IStatus status = delete(hub, "gone");
			assertTrue(status.getMessage().startsWith("The device gone was not deleted. The hub does not know this:"),
					status.getMessage());
			assertFalse(status.isMultiStatus(), "whoever reads it has to open the details");
			assertEquals(IStatus.WARNING, status.getSeverity(), "nothing is lost");
		}
	}

	@Test
	void whatWasDoneIsListedAfterWhatWasNot() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			IStatus status = report(hub, "sensor-0003", "gone", "sensor-0001").whole("", "{0} of {1} devices could not be deleted.");
			assertEquals("1 of 3 devices could not be deleted.", status.getMessage());
			assertEquals(IStatus.WARNING, status.getSeverity());
			assertEquals(2, status.getChildren().length);
			IStatus done = status.getChildren()[1];
			assertEquals("2 devices were done, the first of them sensor-0003.", done.getMessage());
			assertEquals(List.of("sensor-0003", "sensor-0001"), Stream.of(done.getChildren()).map(IStatus::getMessage).toList());
			assertEquals("sensor-0002 was done.", report(hub, "gone", "sensor-0002").whole("", "").getChildren()[1].getMessage());
			assertEquals(1, report(hub, "gone", "gone-2").whole("", "").getChildren().length, "nothing was done");
		}
	}

	private static TaskReport report(HubFixture hub, String... ids) throws Exception {
		return new TaskReport(hub.connection(), IotHubCore.get().operations()
				.run(new DeleteDevicesOperation(hub.connection(), List.of(ids)), new NullProgressMonitor()));
	}

	private static IStatus delete(HubFixture hub, String... ids) throws Exception {
		return report(hub, ids).status("The device {0} was not deleted. {1}", "{0} of {1} devices could not be deleted.");
	}
}
