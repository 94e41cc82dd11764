// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import org.eclipse.swt.SWT;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotText;

import iothubtools.swtbot.tests.support.Keys;
import iothubtools.tour.driver.Pasteboard;

/** The dialog in which a hub connection is entered, changed and tested. */
public final class HubConnectionDialogPage extends DialogPage {

	public static final String CONNECTION_STRING = "Connection string:";
	public static final String HOST_NAME = "Host name:";
	public static final String POLICY = "Shared access policy name:";
	public static final String KEY = "Shared access key:";
	public static final String CA_CERTIFICATE = "CA certificate file:";
	public static final String NAME = "Name:";

	private HubConnectionDialogPage(String title) {
		super(title);
	}

	/** The dialog for a new connection. */
	public static HubConnectionDialogPage toConnect() {
		return new HubConnectionDialogPage("Connect to a Hub");
	}

	/** The dialog for a connection there is. */
	public static HubConnectionDialogPage toEdit() {
		return new HubConnectionDialogPage("Edit Hub Connection");
	}

	/** Pastes a connection string with the keyboard, as copied in the Azure portal. */
	public void paste(String connectionString) {
		Pasteboard.put(connectionString);
		SWTBotText field = bot().textWithLabel(CONNECTION_STRING);
		field.selectAll();
		Keys.press(field, Keystrokes.toKeys(SWT.MOD1, 'v'));
	}

	/** Tries the connection out. */
	public void test() {
		press("Test Connection");
	}

	/** Keeps the connection. */
	public void ok() {
		press("OK");
		closes();
	}
}
