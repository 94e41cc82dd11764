// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.pages;

/** The New Device wizard: the form, and the reply of the hub that follows it. */
public final class NewDeviceWizardPage extends DialogPage {

	public static final String DEVICE_ID = "Device ID:";
	public static final String STATUS_REASON = "Status reason:";
	public static final String PRIMARY_KEY = "Primary key:";
	public static final String SECONDARY_KEY = "Secondary key:";
	public static final String PRIMARY_THUMBPRINT = "Primary thumbprint:";
	public static final String SECONDARY_THUMBPRINT = "Secondary thumbprint:";

	private static final String REPLY = "Reply of the hub (keys masked):";

	/** The wizard that is opening. */
	public NewDeviceWizardPage() {
		super("New Device");
	}

	/** Chooses symmetric keys, which the hub makes or the person brings along. */
	public void symmetricKeys(boolean madeByTheHub) {
		bot().radio("Symmetric key").click();
		set("Let the hub generate the keys", madeByTheHub);
	}

	/** Chooses a certificate that the device signed itself. */
	public void selfSigned() {
		bot().radio("X.509 self-signed").click();
	}

	/** Chooses a certificate that a CA signed. */
	public void signedByCa() {
		bot().radio("X.509 CA-signed").click();
	}

	/** Makes it an IoT Edge device, or none. */
	public void edge(boolean on) {
		set("IoT Edge device", on);
	}

	/** Lets the device connect, or not. */
	public void enabled(boolean on) {
		set("Enable this device", on);
	}

	/** Presses Finish and waits until the hub has created the device. */
	public void create(String deviceId) {
		press("Finish");
		shows("Device " + deviceId + " is registered at");
	}

	/** What the hub replied, as it is shown. */
	public String reply() {
		return value(REPLY);
	}

	/** Leaves the page with the reply. */
	public void done() {
		press("Close");
		closes();
	}

	private void set(String checkBox, boolean on) {
		if (on) {
			bot().checkBox(checkBox).select();
		} else {
			bot().checkBox(checkBox).deselect();
		}
	}
}
