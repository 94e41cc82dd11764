// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;

import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.core.inventory.HubInventory;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** A view that lies behind another one, as after a restart, asks no hub and for no password. */
class FirstSeenTest extends WithHubView {

	@Test
	void nobodyReadsThatThereAreNoHubsBeforeTheyAreShown() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.close();
			assertTrue(Ui.get(() -> {
				view = HubView.open();
				HubView.page().getWorkbenchWindow().getShell().layout(true, true);
				return view.table().isVisible();
			}), "it is said that there are none");
			view.awaitStatus("3 devices");
		}
	}

	@Test
	void devicesAreListedWhenSomebodyLooks() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.close();
			HubView.awaitQuiet();
			IViewPart behind = Ui.get(() -> {
				try {
					HubView.page().showView("org.eclipse.ui.views.TaskList");
					return HubView.page().showView(UiIds.VIEW, null, IWorkbenchPage.VIEW_CREATE);
				} catch (PartInitException e) {
					throw new IllegalStateException(e);
				}
			});
			HubInventory inventory = Ui.get(() -> behind.getAdapter(HubInventory.class));
			Until.holds("the rows to be arranged",
					() -> Arrays.stream(Job.getJobManager().find(null)).noneMatch(job -> job.getName().equals("Arrange rows")));
			Ui.run(() -> {
				// what was handed to this thread before is done by now
			});
			assertEquals(Phase.NOT_LOADED, inventory.all().get(0).phase());
			view = HubView.open();
			view.awaitStatus("3 devices");
		}
	}
}
