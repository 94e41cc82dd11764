// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;

import iothubtools.core.IotHubCore;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.ProductionQuestion;
import iothubtools.ui.tests.support.WithHubView;

/** A hub that is marked as one of production says so, and nothing is destroyed there without its name. */
class ProductionTest extends WithHubView {

	@Test
	void aHubIsMarkedInItsDialogAndSaysSoInItsRow() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			view.awaitStatus("3 devices");
			view.select("Factory (3)");
			view.command("iothubtools.ui.command.editHub");
			Scope dialog = Scope.window("Edit Hub Connection").open();
			new Form("Edit Hub Connection").set(ConnectionFields.PRODUCTION, true);
			dialog.press("OK");
			dialog.closed();
			Table hubs = (Table) new Form(HubView.dialogs().get(0)).control(ConnectionFields.TABLE);
			assertEquals("Factory (default, production)", Ui.get(() -> hubs.getItem(0).getText(0)));
			Scope.window(HubView.dialogs().get(0)).press("Apply and Close");
			Until.holds("the mark", () -> view.names().equals(List.of("Factory (3) \u2013 production", "sensor-0001", "sensor-0002",
					"sensor-0003")));
			assertTrue(IotHubCore.get().connections().find(hub.connection().id()).production());
		}
	}

	@Test
	void theNameThatIsToBeTypedIsReadAsItIs() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Pumps & Valves", 1)) {
			view.awaitRows(2);
			view.select("sensor-0001");
			view.command("org.eclipse.ui.edit.delete");
			Scope.window("Delete Devices").open();
			Until.holds("the question", () -> reads(Ui.display().getActiveShell(), "from Pumps & Valves?"));
			Scope.window("Delete Devices").press("Cancel");
			IotHubCore.get().connections().save(hub.connection().withProduction(true));
			Until.holds("the mark", () -> view.names().contains("Pumps & Valves (1) \u2013 production"));
			view.select("sensor-0001");
			view.command("org.eclipse.ui.edit.delete");
			Scope.window("Delete Devices").open();
			Until.holds("the question", () -> reads(Ui.display().getActiveShell(), "\"Pumps & Valves\" is a production hub"));
			ProductionQuestion.answer("Delete Devices", "Pumps & Valves", "Delete");
			view.awaitStatus("0 devices");
		}
	}

	/** Whether these words are seen on a label, where what marks a mnemonic is not. */
	private static boolean reads(Composite parent, String words) {
		return parent != null && Stream.of(parent.getChildren()).anyMatch(child -> child instanceof Label label
				? LegacyActionTools.removeMnemonics(label.getText()).contains(words) : child instanceof Composite below && reads(below, words));
	}

	@Test
	void nothingIsDestroyedWithoutTheNameOfTheHub() throws Exception {
		try (HubFixture hub = HubFixture.start(folder, "Factory", 3)) {
			IotHubCore.get().connections().save(hub.connection().withProduction(true));
			Until.holds("the mark", () -> view.names().contains("Factory (3) \u2013 production"));
			view.awaitRows(4);
			view.select("sensor-0001");
			view.command("org.eclipse.ui.edit.delete");
			Scope question = Scope.window("Delete Devices").open();
			question.shows("\"Factory\" is a production hub");
			assertFalse(question.enabled("Delete"));
			new Form("Delete Devices").enter(WidgetIds.HUB_NAME, "factory");
			assertFalse(question.enabled("Delete"));
			new Form("Delete Devices").enter(WidgetIds.HUB_NAME, "Factory");
			assertTrue(question.enabled("Delete"));
			question.press("Cancel");
			question.closed();

			for (String command : List.of(UiIds.SWAP_KEYS, UiIds.REGENERATE_PRIMARY_KEY)) {
				view.command(command);
				Scope other = Scope.window(command.equals(UiIds.SWAP_KEYS) ? "Swap Keys" : "Regenerate Primary Key").open();
				other.shows("\"Factory\" is a production hub");
				other.press("Cancel");
				other.closed();
			}
			view.command(UiIds.DISABLE_DEVICES);
			Scope.window("Disable Devices").open().press("Disable");
			Scope.window("Disable Devices").shows("\"Factory\" is a production hub");
			Scope.window("Disable Devices").press("Cancel");
			Until.holds("no dialog", () -> HubView.dialogs().isEmpty());
			HubView.awaitQuiet();
			assertEquals(List.of("Enabled", "Enabled", "Enabled"), view.column(1).subList(1, 4));

			view.command("org.eclipse.ui.edit.delete");
			question = Scope.window("Delete Devices").open();
			new Form("Delete Devices").enter(WidgetIds.HUB_NAME, "Factory");
			question.press("Delete");
			view.awaitStatus("2 devices");
		}
	}
}
