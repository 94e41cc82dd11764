// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import org.eclipse.swtbot.eclipse.finder.SWTWorkbenchBot;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotMenu;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotShell;

/** The workbench window: its menu bar, and the views that lie in it. */
public final class Ide {

	private final SWTWorkbenchBot bot = new SWTWorkbenchBot();

	/** Opens the IoT Hub view, as a person does who knows only that there is one. */
	public IotHubViewPage openIotHubView() {
		openView("Azure IoT", "IoT Hub");
		return iotHubView();
	}

	/** The IoT Hub view that is open. */
	public IotHubViewPage iotHubView() {
		return new IotHubViewPage(bot.viewByTitle("IoT Hub"));
	}

	/** The Properties view that is open. */
	public PropertiesPage properties() {
		return new PropertiesPage(bot.viewByPartName("Properties"));
	}

	/** The REST console that is open. */
	public RestConsolePage restConsole() {
		return new RestConsolePage(bot.viewByPartName("Console"));
	}

	/** Opens the preferences. */
	public PreferencesPage openPreferences() {
		// since 4.36 the entry ends in dots
		SWTBotMenu menu = menu("Window");
		String entry = menu.menuItems().stream().filter(item -> item.startsWith("Preferences")).findFirst().orElseThrow();
		menu.menu(entry).click();
		return new PreferencesPage();
	}

	private void openView(String category, String view) {
		menu("Window").menu("Show View").menu("Other...").click();
		SWTBotShell dialog = bot.shell("Show View").activate();
		SWTBot inDialog = dialog.bot();
		inDialog.tree().expandNode(category).select(view);
		inDialog.button("Open").click();
	}

	private SWTBotMenu menu(String title) {
		return bot.shell().activate().menu().menu(title);
	}
}
