// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.wizards.cloudmessage.CloudMessageFields;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Whoever sends messages from another part, as a cheat sheet or a monitor, finds the devices that are selected in the IoT Hub view. */
class ProposedDevicesTest extends WithHubView {

	/** A part that says nothing of devices. */
	private static final String OTHER = "org.eclipse.ui.views.ProgressView";

	private static final String TITLE = "Send Device-to-Cloud Message";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant", 3);

	/** What a field of the wizard holds that the command opens in the part that is active. */
	private String proposed(String command, String title, String field) {
		Ui.post(() -> Commands.run(HubView.page().getWorkbenchWindow(), command));
		Form form = new Form(title).open();
		try {
			return form.value(field);
		} finally {
			Scope.window(title).press("Cancel");
			form.closed();
		}
	}

	@Test
	void theDeviceThatIsSelectedInTheViewIsProposedInAnyPart() throws Exception {
		view.awaitStatus("3 devices");
		view.select("sensor-0002");
		IViewPart other = Ui.get(() -> show(OTHER));
		try {
			assertEquals("sensor-0002", proposed(UiIds.SEND_MESSAGE, TITLE, SendMessageFields.DEVICE_ID));
			view.activate().select("sensor-0002", "sensor-0003");
			Ui.run(() -> HubView.page().activate(other));
			assertEquals("sensor-0002 sensor-0003",
					proposed(UiIds.SEND_CLOUD_MESSAGE, "Send Cloud-to-Device Message", CloudMessageFields.DEVICES));
			assertEquals("", proposed(UiIds.SEND_MESSAGE, TITLE, SendMessageFields.DEVICE_ID), "it is from one");
		} finally {
			Ui.run(() -> HubView.page().hideView(other));
		}
	}

	@Test
	void itIsProposedInWhatIsAboutItsHubAndNoOther() throws Exception {
		view.awaitStatus("3 devices");
		try (HubFixture elsewhere = HubFixture.start(folder, "Elsewhere", 1)) {
			view.select("sensor-0002");
			assertEquals("sensor-0002", proposedOf(hub));
			assertEquals("", proposedOf(elsewhere));
		}
	}

	/** In a part in which a hub is selected, as in its jobs or where it is monitored. */
	private static String proposedOf(HubFixture selected) {
		try (WizardWindow wizard = WizardWindow.open(UiIds.SEND_MESSAGE_WIZARD, TITLE, new StructuredSelection(new HubNode(selected.connection())))) {
			return wizard.form().value(SendMessageFields.DEVICE_ID);
		}
	}

	private static IViewPart show(String id) {
		try {
			IWorkbenchPage page = HubView.page();
			return page.showView(id);
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
	}
}
