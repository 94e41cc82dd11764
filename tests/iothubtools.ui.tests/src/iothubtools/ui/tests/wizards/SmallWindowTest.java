// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.FailureArea;
import iothubtools.ui.internal.wizards.device.NewDeviceFields;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** The wizards in windows that are as small as a person can make them. */
@ExtendWith(NoErrorsLogged.class)
class SmallWindowTest {

	private static final String SEND = "Send Device-to-Cloud Message";
	private static final String NEW = "New Device";

	@TempDir
	Path folder;
	@RegisterExtension
	final HubFixture hub = new HubFixture("Hub of small windows");
	private WizardWindow wizard;
	private Form form;

	@BeforeEach
	void createTheDevice() throws Exception {
		hub.create("d1");
	}

	@AfterEach
	void closeAll() {
		wizard.close();
	}

	private void open(String id, String title) {
		DeviceSummary selected = DeviceSummary.of(DeviceIdentity.builder("d1").build());
		wizard = WizardWindow.open(id, title, new StructuredSelection(new DeviceNode(hub.connection(), selected)));
		form = wizard.form();
	}

	private void openSend() {
		open("iothubtools.ui.wizard.sendMessage", SEND);
	}

	private void openNew() {
		open("iothubtools.ui.wizard.newDevice", NEW);
	}

	/** As small as it gets. */
	private void shrink(String field) {
		Control control = form.control(field);
		Ui.run(() -> control.getShell().setSize(1, 1));
	}

	/** How much of a control can be seen. */
	private static Rectangle seen(Control control) {
		Rectangle seen = control.getDisplay().map(control.getParent(), null, control.getBounds());
		for (Composite parent = control.getParent(); parent != null; parent = parent instanceof Shell ? null : parent.getParent()) {
			seen = seen.intersection(control.getDisplay().map(parent, null, parent.getClientArea()));
		}
		return seen;
	}

	private void awaitLines(String field, int lines) {
		Text text = (Text) form.control(field);
		Until.holds(lines + " lines of " + field, () -> seen(text).height >= text.getLineHeight() * lines);
	}

	private void focusAndAwait(String field) {
		Control control = form.control(field);
		Ui.run(control::setFocus);
		awaitWhole(control);
	}

	private static void awaitWhole(Control control) {
		Until.holds("all of it to be seen", () -> seen(control).height == control.getSize().y && seen(control).width == control.getSize().x);
	}

	@Test
	void aBodyHasLinesToTypeIntoAndAllFieldsAreReached() {
		openSend();
		shrink(SendMessageFields.BODY);
		focusAndAwait(SendMessageFields.BODY);
		focusAndAwait(SendMessageFields.CONTENT_ENCODING);
		focusAndAwait(SendMessageFields.DEVICE_ID);
	}

	@Test
	void detailsOfAFailureTakeTheirRoomWhenThereAreSome() {
		openSend();
		shrink(SendMessageFields.BODY);
		form.enter(SendMessageFields.DEVICE_ID, "nobody");
		wizard.finish();
		awaitLines(FailureArea.ID, 3);
		focusAndAwait(SendMessageFields.BODY);
	}

	@Test
	void propertiesOfAMessageAreReached() {
		openSend();
		wizard.scope().press("Next >");
		shrink(SendMessageFields.PROPERTIES);
		focusAndAwait(SendMessageFields.MESSAGE_ID);
		Control table = form.control(SendMessageFields.PROPERTIES);
		Until.holds("rows", () -> table.getSize().y > 100);
	}

	@Test
	void theLastFieldOfANewDeviceIsReached() {
		openNew();
		form.set(NewDeviceFields.ENABLED, false);
		shrink(NewDeviceFields.DEVICE_ID);
		focusAndAwait(NewDeviceFields.STATUS_REASON);
		focusAndAwait(NewDeviceFields.DEVICE_ID);
	}

	@Test
	void aSizeThatHidesFieldsIsNotOpenedAgain() {
		openNew();
		shrink(NewDeviceFields.DEVICE_ID);
		wizard.close();
		openNew();
		awaitWhole(form.control(NewDeviceFields.STATUS_REASON));
		Control reason = form.control(NewDeviceFields.STATUS_REASON);
		int height = Ui.get(() -> reason.getShell().getSize().y);
		wizard.close();
		openNew();
		Control again = form.control(NewDeviceFields.STATUS_REASON);
		assertEquals(height, Ui.get(() -> again.getShell().getSize().y), "it grows no more than it has to");
		assertTrue(height > 0);
	}
}
