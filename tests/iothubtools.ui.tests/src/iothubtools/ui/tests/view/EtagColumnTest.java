// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.UpdateDevicesOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.view.DeviceColumns;
import iothubtools.ui.tests.support.HeadMenu;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.WithHubView;

/** The version of an identity can be a column, which lists are asked for while it is shown. */
class EtagColumnTest extends WithHubView {

	private static final int ETAG = DeviceColumns.ALL.indexOf(DeviceColumns.ETAG);

	private HubFixture hub;

	@Test
	void etagsComeWithTheirColumnAndFollowWhatIsChanged() throws Exception {
		try (HubFixture started = HubFixture.start(folder, "Factory", 0); HeadMenu.Usual after = HeadMenu.usualAfter(() -> view)) {
			hub = started;
			choose("Deselect All");
			hub.create("a");
			hub.create("b");
			view.awaitStatus("2 devices");
			view.command("org.eclipse.ui.file.refresh");
			view.awaitStatus("2 devices");
			assertEquals(List.of("", "", ""), view.column(ETAG), "nobody wants to see them");
			choose("Select All");
			awaitEtags(etag("a"), etag("b"));

			String before = etag("a");
			change("a");
			assertNotEquals(before, etag("a"));
			awaitEtags(etag("a"), etag("b"));
			change("a", "b");
			awaitEtags("", "");
			view.command("org.eclipse.ui.file.refresh");
			awaitEtags(etag("a"), etag("b"));
		}
	}

	private void awaitEtags(String a, String b) {
		Until.holds("the etags " + a + " and " + b, () -> view.column(ETAG).equals(List.of("", a, b)));
	}

	private String etag(String id) throws CoreException {
		return IotHubCore.get().operations().run(new GetDeviceOperation(hub.connection(), id), new NullProgressMonitor()).etag();
	}

	/** Gives them another status, the same to all. */
	private void change(String... ids) throws CoreException {
		IotHubCore.get().operations().run(new UpdateDevicesOperation(hub.connection(), List.of(ids), new IdentityChange.Disable(ids.length + " of them")),
				new NullProgressMonitor());
	}

	private void choose(String button) {
		view.command("iothubtools.ui.command.chooseColumns");
		Scope dialog = Scope.window("Columns").open();
		dialog.press(button);
		dialog.press("OK");
		dialog.closed();
	}
}
