// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTable;

import iothubtools.swtbot.tests.support.Keys;
import iothubtools.tour.driver.Pasteboard;

/** The wizard that sends a device-to-cloud message: the message itself, then its properties, then the replies of the hub. */
public final class SendMessageWizardPage extends DialogPage {

	public static final String HUB = "Hub:";
	public static final String DEVICE_ID = "Device ID:";
	public static final String BODY = "Body:";
	public static final String CONTENT_TYPE = "Content type:";
	public static final String CONTENT_ENCODING = "Content encoding:";
	public static final String MESSAGE_ID = "Message ID:";
	public static final String CORRELATION_ID = "Correlation ID:";
	private static final String REPLIES = "Replies of the hub:";

	/** The wizard that is opening. */
	public SendMessageWizardPage() {
		super("Send Device-to-Cloud Message");
	}

	/** Types into one of the fields that also propose values. */
	public void type(String label, String value) {
		bot().comboBoxWithLabel(label).setText(value);
	}

	/** What one of the fields that also propose values holds. */
	public String typed(String label) {
		return bot().comboBoxWithLabel(label).getText();
	}

	/** Takes another hub, by the name of its connection. */
	public void useHub(String name) {
		String[] hubs = bot().comboBoxWithLabel(HUB).items();
		for (int i = 0; i < hubs.length; i++) {
			if (hubs[i].startsWith(name + " (")) {
				bot().comboBoxWithLabel(HUB).setSelection(i);
				return;
			}
		}
		throw new AssertionError("there is no hub " + name);
	}

	/** Takes the body from a file. */
	public void takeBodyFrom(String file) {
		bot().radio("File").click();
		bot().textWithMessage("path of the file that holds the body").setText(file);
	}

	/** Goes on to the properties. */
	public void next() {
		press("Next >");
		shows("Message Properties");
	}

	/** Goes back to the page before. */
	public void back() {
		press("< Back");
	}

	/** Adds an application property with the keyboard: the name, Tab, the value, Enter. */
	public void addProperty(String name, String value) {
		press("Add");
		SWTBot cells = new SWTBot(properties().widget);
		cells.text().setText(name);
		Keys.press(cells.text(), Keystrokes.TAB);
		cells.text().setText(value);
		Keys.press(cells.text(), Keystrokes.CR);
	}

	/** Pastes application properties, one on each line as {@code name=value}. */
	public void pasteProperties(String lines) {
		Pasteboard.put(lines);
		press("Paste");
	}

	/** Removes the application properties of these names. */
	public void removeProperties(String... names) {
		properties().select(names);
		press("Remove");
	}

	/** The table of application properties. */
	public SWTBotTable properties() {
		return bot().tableWithLabel("Application properties:");
	}

	/** Sends and waits until the hub has taken the message. */
	public void send() {
		press("Finish");
		shows("Message Sent");
	}

	/** What is read of the hub's replies, newest first. */
	public String replies() {
		return bot().textWithLabel(REPLIES).getText();
	}

	/** Goes from the replies to the form as it is. */
	public void editMessage() {
		press("Edit Message");
		shows("Device-to-Cloud Message");
	}

	/** Leaves after the last message was sent. */
	public void finish() {
		press("Close");
		closes();
	}
}
