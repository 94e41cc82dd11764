// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.SettleMessageOperation;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.tests.support.time.SettableClock;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.WizardSettings;
import iothubtools.ui.internal.wizards.cloudmessage.CloudMessageFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** Tests of the wizard for messages to devices, over the real local hub: the devices receive over HTTPS. */
@ExtendWith(NoErrorsLogged.class)
abstract class WithCloudMessageWizard {

	static final String TITLE = "Send Cloud-to-Device Message";
	static final String SENT = "Messages Sent";

	final SettableClock clock = new SettableClock();
	@RegisterExtension
	final HubFixture hub = new HubFixture("Hub of wizard", 6, clock);
	WizardWindow wizard;
	Form form;

	@BeforeEach
	void openTheWizard() {
		WizardSettings.of("sendCloudMessage").put("source", "");
		WizardSettings.of("sendCloudMessage").put("feedback", "");
		open(hub.connection(), 1);
	}

	@AfterEach
	void closeAll() {
		wizard.close();
	}

	static String id(int number) {
		return String.format("sensor-%04d", number);
	}

	void open(HubConnection connection, int... numbers) {
		List<DeviceNode> selected = Stream.of(numbers).flatMapToInt(java.util.Arrays::stream)
				.mapToObj(number -> new DeviceNode(connection, DeviceSummary.of(DeviceIdentity.builder(id(number)).build()))).toList();
		wizard = WizardWindow.open(UiIds.SEND_CLOUD_MESSAGE_WIZARD, TITLE, new StructuredSelection(selected));
		form = wizard.form();
	}

	void reopen(HubConnection connection, int... numbers) {
		wizard.close();
		open(connection, numbers);
	}

	<T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	ReceivedCloudToDeviceMessage received(int device) throws CoreException {
		return run(new ReceiveMessageOperation(hub.connection(), id(device))).orElseThrow();
	}

	void settle(int device, End end) throws CoreException {
		run(new SettleMessageOperation(hub.connection(), id(device), received(device).lockToken(), end));
	}

	void finishAndWait() {
		wizard.finish();
		Until.holds("the messages that were sent", () -> wizard.page().equals(SENT) && table().getItemCount() > 0);
	}

	Table table() {
		return (Table) form.control(CloudMessageFields.MESSAGES);
	}

	/** What stands in the column of states, by device. */
	Map<String, String> states() {
		Table table = table();
		return Ui.get(() -> Stream.of(table.getItems()).collect(Collectors.toMap(item -> item.getText(0), item -> item.getText(1), (a, b) -> a)));
	}

	/** Time goes on at the hub while it is waited for. */
	void awaitState(int device, String state) {
		Until.holds(id(device) + " to be " + state, () -> {
			clock.advance(Duration.ofMillis(100));
			return state.equals(states().get(id(device)));
		});
	}

	void select(int device) {
		Table table = table();
		Ui.run(() -> {
			TableItem row = Stream.of(table.getItems()).filter(item -> item.getText(0).equals(id(device))).findFirst().orElseThrow();
			table.setSelection(row);
			table.notifyListeners(org.eclipse.swt.SWT.Selection, new org.eclipse.swt.widgets.Event());
		});
	}
}
