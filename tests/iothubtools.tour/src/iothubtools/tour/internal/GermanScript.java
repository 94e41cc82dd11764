// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Rows;
import iothubtools.tour.driver.Ui;

/** An Eclipse in German: the platform itself may have no German, the tools do, with umlauts as they should be. */
final class GermanScript implements Script {

	@Override
	public void play() throws Exception {
		HubConnection hub = Stage.localHub(1);
		same("Lokaler Hub", hub.name());
		Rows rows = Stage.list(hub, 1);
		same("Gerät erstellen…", command("iothubtools.ui.command.newDevice"));
		IEditorDescriptor editor = Ui.get(() -> PlatformUI.getWorkbench().getEditorRegistry().findEditor("iothubtools.ui.editor.device"));
		same("IoT-Gerät", editor == null ? "no editor" : editor.getLabel());
		rows.selectFirst();
		Script.picture("german");
	}

	@Override
	public boolean closes() {
		return true;
	}

	private static String command(String id) throws NotDefinedException {
		return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id).getName();
	}

	private static void same(String expected, String seen) {
		if (!expected.equals(seen)) {
			throw new AssertionError("Instead of \"" + expected + "\" there is \"" + seen + "\"; the language is " + Platform.getNL());
		}
	}
}
