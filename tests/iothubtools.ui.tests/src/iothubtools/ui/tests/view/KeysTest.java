// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.tour.driver.Pasteboard;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Pasted;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** What keys do in the view, and what they say where they can do nothing. */
class KeysTest extends WithHubView {

	private static final String PASTE = "org.eclipse.ui.edit.paste";
	private static final String RENAME = "org.eclipse.ui.edit.rename";
	private static final String DELETE = "org.eclipse.ui.edit.delete";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Factory");

	@BeforeEach
	void createADevice() throws Exception {
		hub.create("d1");
		view.awaitRows(2);
	}

	private SharedAccessKey primaryKey(String deviceId) throws Exception {
		DeviceIdentity device = IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), deviceId), null);
		return (SharedAccessKey) device.authentication().credential(KeySlot.PRIMARY);
	}

	private static String string(String deviceId, SharedAccessKey key) {
		return "HostName=elsewhere.azure-devices.net;DeviceId=" + deviceId + ";SharedAccessKey=" + key.reveal();
	}

	/** In the context of the view alone, and no key of the platform elsewhere. */
	@Test
	void insertIsAKeyOfTheViewAlone() {
		Binding[] ours = Ui.get(() -> Arrays.stream(view.part().getSite().getService(IBindingService.class).getBindings())
				.filter(binding -> binding.getParameterizedCommand() != null
						&& binding.getParameterizedCommand().getId().equals(UiIds.NEW_DEVICE))
				.toArray(Binding[]::new));
		assertEquals(1, ours.length);
		assertEquals("INSERT", ours[0].getTriggerSequence().toString().toUpperCase(Locale.ROOT));
		assertEquals(UiIds.VIEW_CONTEXT, ours[0].getContextId());
	}

	@Test
	void f2ChangesTheReasonOfADeviceAndTheConnectionOfAHub() {
		view.select("d1");
		view.command(RENAME);
		Scope reason = Scope.window("Edit Status Reason").open();
		reason.press("Cancel");
		reason.closed();
		view.select("Factory (1)");
		view.command(RENAME);
		Scope.window("Edit Hub Connection").open().press("Cancel");
		Until.holds("the preferences", () -> !HubView.dialogs().isEmpty() && !HubView.dialogs().contains("Edit Hub Connection"));
		Scope.window(HubView.dialogs().get(0)).press("Cancel");
		Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
	}

	@Test
	void aPastedConnectionStringOfADeviceOpensNewDeviceWithItsKey() throws Exception {
		SharedAccessKey key = SharedAccessKey.generate();
		Pasteboard.put(string("pasted", key));
		view.select("Factory (1)");
		view.command(PASTE);
		Scope wizard = Scope.window("New Device").open();
		wizard.shows("Register pasted as it was pasted.");
		wizard.press("Finish");
		wizard.shows("Device pasted is registered at Factory");
		wizard.press("Close");
		wizard.closed();
		assertEquals(key, primaryKey("pasted"));
	}

	@Test
	void severalArePastedAfterAsking() throws Exception {
		SharedAccessKey key = SharedAccessKey.generate();
		Pasteboard.put(string("p1", key) + "\n\n  p2 \n");
		view.select("Factory (1)");
		view.command(PASTE);
		Scope question = Scope.window("Paste Devices").open();
		question.shows("Create these 2 devices at Factory?");
		question.press("Create");
		view.awaitRows(4);
		assertEquals(key, primaryKey("p1"));
	}

	@Test
	void aPastedConnectionStringOfAHubIsConnectedTo() throws Exception {
		Pasteboard.put("HostName=other.azure-devices.net;SharedAccessKeyName=service;SharedAccessKey=" + SharedAccessKey.generate().reveal());
		view.select("Factory (1)");
		view.command(PASTE);
		Scope dialog = Scope.window("Connect to a Hub").open();
		dialog.shows("other.azure-devices.net");
		dialog.shows("service");
		dialog.press("Cancel");
		dialog.closed();
	}

	@Test
	void whatIsNothingIsSaid() {
		Pasteboard.put("some words; and more");
		view.select("Factory (1)");
		view.command(PASTE);
		Until.holds("what it says", () -> view.statusLine().startsWith("Nothing to paste: "));
	}

	@Test
	void noKeyIsInTheTextOfWhatIsPasted() {
		String key = SharedAccessKey.generate().reveal();
		Pasted hubString = Pasted.parse("HostName=a.azure-devices.net;SharedAccessKeyName=p;SharedAccessKey=" + key);
		assertFalse(hubString.toString().contains(key));
		Pasted devices = Pasted.parse("HostName=a.azure-devices.net;DeviceId=d;SharedAccessKey=" + key);
		assertFalse(devices.toString().contains(key));
		assertTrue(((Pasted.Devices) devices).devices().stream().noneMatch(device -> device.toString().contains(key)));
	}

	@Test
	void aKeyOfACommandThatIsNotAllowedSaysWhy() throws Exception {
		hub.close();
		try (HubFixture poor = HubFixture.start(folder, "Poor", 2, "service")) {
			Until.holds("what is missing", () -> view.status().contains("the policy service lacks RegistryRead"));
			view.select("sensor-0001");
			for (String command : Set.of(DELETE, UiIds.NEW_DEVICE, PASTE, RENAME)) {
				Until.holds(command + " to be disabled", () -> !enabled(command));
				Ui.run(() -> view.part().getViewSite().getActionBars().getStatusLineManager().setMessage(""));
				view.command(command);
				Until.holds("why " + command + " does nothing",
						() -> view.statusLine().startsWith("Not allowed at Poor: the policy \"service\" lacks RegistryRead"));
			}
			view.command(UiIds.EXPLAIN_RIGHTS);
			Scope dialog = Scope.window("Missing Rights").open();
			dialog.shows("RegistryRead: no keys can be read and no devices changed");
			dialog.press("Close");
			dialog.closed();
		}
	}

	private boolean enabled(String command) {
		return Boolean.TRUE.equals(Ui.get(() -> {
			HubView.page().activate(view.part());
			return view.part().getSite().getService(ICommandService.class).getCommand(command).isEnabled();
		}));
	}
}
