// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.InvokeMethodOperation;
import iothubtools.core.operations.PurgeQueuesOperation;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.tasks.NoticePreferences;
import iothubtools.ui.internal.tasks.SuccessNotices;
import iothubtools.ui.tests.support.HubFixture;

/** What is told in a corner of the screen, and what is not. */
class SuccessNoticesTest {

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	@BeforeEach
	void tellAll() {
		NoticePreferences.store(true, 0);
	}

	@AfterEach
	void tellAsBefore() {
		NoticePreferences.store(true, NoticePreferences.DEFAULT_SECONDS);
	}

	private void purge(String... ids) throws InterruptedException {
		run(new PurgeQueuesOperation(hub.connection(), List.of(ids)));
	}

	private void invoke(String id) throws InterruptedException {
		run(new InvokeMethodOperation(hub.connection(), List.of(ClientId.device(id)), DirectMethod.of("reboot", null), outcome -> { }));
	}

	private static void run(HubOperation<?> operation) throws InterruptedException {
		HubJob<?> job = IotHubCore.get().operations().job(operation).quiet();
		job.schedule();
		job.join();
	}

	@Test
	void workOfWhichAPartFailedIsNoSuccess() throws Exception {
		hub.create("d1");
		List<String> shown = new CopyOnWriteArrayList<>();
		try (SuccessNotices notices = new SuccessNotices((title, text) -> shown.add(text))) {
			purge("gone", "d1");
			// a device that is not connected does not answer
			invoke("d1");
			purge("d1");
			Until.holds("the last to be told", () -> !shown.isEmpty());
		}
		assertEquals(1, shown.size(), shown.toString());
		assertTrue(shown.get(0).contains("queue of d1"), shown.toString());
	}
}
