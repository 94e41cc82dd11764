// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtbot.eclipse.finder.widgets.SWTBotView;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotMenu;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTable;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotText;

import iothubtools.swtbot.tests.support.Eventually;
import iothubtools.swtbot.tests.support.JourneyHub;
import iothubtools.swtbot.tests.support.Keys;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;

/** The IoT Hub view: its rows of hubs and devices, the filter above them, the line below them, its tool bar and its menus. */
public final class IotHubViewPage {

	private final SWTBotView view;

	IotHubViewPage(SWTBotView view) {
		this.view = view;
		view.show();
	}

	/** What is there as long as there is no hub. */
	public EmptyPage emptyPage() {
		return new EmptyPage(bot());
	}

	/** Connects to a hub as its owner, by the tool bar and the dialog, and waits until its row is there. */
	public IotHubViewPage connect(JourneyHub hub, String name) {
		return connect(hub, JourneyHub.OWNER, name);
	}

	/** Connects to a hub with what the portal shows for one of its policies, and waits for its row. */
	public IotHubViewPage connect(JourneyHub hub, String policy, String name) {
		HubConnectionDialogPage dialog = connect();
		dialog.enter(HubConnectionDialogPage.CONNECTION_STRING, hub.connectionString(policy));
		dialog.enter(HubConnectionDialogPage.CA_CERTIFICATE, hub.caCertificate());
		dialog.enter(HubConnectionDialogPage.NAME, name);
		dialog.ok();
		Eventually.holds("the row of " + name, () -> names().stream().anyMatch(row -> row.startsWith(name)));
		return this;
	}

	/** Opens the dialog for a new connection. */
	public HubConnectionDialogPage connect() {
		pressTool("Connect to a Hub\u2026");
		return HubConnectionDialogPage.toConnect();
	}

	/** Opens the wizard for a new device, of the hub that is selected. */
	public NewDeviceWizardPage newDevice() {
		pressTool("New Device\u2026");
		return new NewDeviceWizardPage();
	}

	/** Opens the wizard that sends a message as the selected device. */
	public SendMessageWizardPage sendMessage() {
		choose("Send Device-to-Cloud Message\u2026");
		return new SendMessageWizardPage();
	}

	/** Presses a button of the tool bar, by its tool tip. */
	public void pressTool(String toolTip) {
		Eventually.holds("the tool " + toolTip + " to be enabled", () -> view.toolbarButton(toolTip).isEnabled());
		view.toolbarButton(toolTip).click();
	}

	/** Waits until the tool bar has a button of this tool tip. */
	public void hasTool(String toolTip) {
		Eventually.holds("the tool " + toolTip, () -> view.toolbarButton(toolTip).isVisible());
	}

	/** Chooses an entry of the view's menu. */
	public void chooseFromMenu(String entry) {
		view.show();
		view.viewMenu(entry).click();
	}

	/** Chooses an entry of the context menu of what is selected, after the submenus it is in. */
	public void choose(String entry, String... below) {
		SWTBotMenu menu = rows().contextMenu(entry);
		for (String next : below) {
			menu = menu.menu(next);
		}
		menu.click();
	}

	/** Presses a key on what is selected. */
	public void press(KeyStroke key) {
		Keys.press(rows(), key);
	}

	/** Follows a link, by its text. */
	public void follow(String link) {
		bot().link("<a>" + link + "</a>").click(link);
	}

	/** Waits until a line of text can be read, as a title, a reason or the line below the rows. */
	public void says(String line) {
		Eventually.holds("the view to say \"" + line + "\"", () -> bot().label(line).isVisible());
	}

	/** Types into the filter instead of what it holds. */
	public void filter(String words) {
		SWTBotText field = bot().textWithMessage("Filter devices");
		field.setFocus();
		field.setText(words);
	}

	/** Types a key into the filter. */
	public void pressInFilter(KeyStroke key) {
		Keys.press(bot().textWithMessage("Filter devices"), key);
	}

	/** Clicks the title of a column. */
	public void clickColumn(String title) {
		rows().header(title).click();
	}

	/** Waits until these words can be read somewhere in the view. */
	public void shows(String words) {
		scope().shows(words);
	}

	/** Waits until these words can be read nowhere in the view. */
	public void showsNot(String words) {
		scope().showsNot(words);
	}

	private Scope scope() {
		return Scope.of("the IoT Hub view", (Composite) view.getWidget());
	}

	/** Waits until a hub or device is the first column of a row. */
	public void has(String name) {
		Eventually.holds("the row " + name, () -> names().contains(name));
	}

	/** Waits until no row has this name. */
	public void hasNot(String name) {
		Eventually.holds("no row " + name, () -> !names().contains(name));
	}

	/** What stands in the first column of all rows. */
	public List<String> names() {
		return column("Device ID");
	}

	/** What stands in a column of all rows. */
	public List<String> column(String title) {
		SWTBotTable rows = rows();
		int column = rows.indexOfColumn(title);
		return Objects.requireNonNull(
				Ui.get(() -> Arrays.stream(rows.widget.getItems()).map(item -> item.getText(column)).toList()));
	}

	/** What stands in one column of the row of a device. */
	public String cell(String device, String column) {
		has(device);
		return rows().cell(rows().indexOf(device), column);
	}

	/** Selects the rows of these names, in the view that comes to the front for it. */
	public void select(String... names) {
		view.show();
		for (String name : names) {
			has(name);
		}
		rows().setFocus();
		rows().select(names);
	}

	/** The names of the selected rows, in their order. */
	public List<String> selected() {
		SWTBotTable rows = rows();
		return Objects.requireNonNull(Ui.get(() -> Arrays.stream(rows.widget.getSelection()).map(item -> item.getText()).toList()));
	}

	/** The rows. */
	public SWTBotTable rows() {
		return bot().table();
	}

	private SWTBot bot() {
		return view.bot();
	}
}
