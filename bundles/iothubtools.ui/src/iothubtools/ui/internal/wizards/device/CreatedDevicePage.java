// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.ReplyPage;

/** What the hub made of a new device: its reply as JSON, keys masked, and the connection string to take along. */
final class CreatedDevicePage extends ReplyPage {

	private @Nullable Button copy;
	private String connectionString = "";
	private @Nullable DeviceNode device;

	CreatedDevicePage() {
		super("createdDevice", Messages.Created_title, Messages.Reply_label, NewDeviceFields.REPLY);
	}

	@Override
	protected void createBelow(Composite page) {
		Button button = Fields.button(page, Messages.Copy_label, NewDeviceFields.COPY_CONNECTION_STRING,
				this::copyConnectionString);
		GridDataFactory.swtDefaults().applyTo(button);
		copy = button;
	}

	/** Shows the reply of the hub. */
	void show(HubConnection hub, DeviceIdentity device) {
		this.device = new DeviceNode(hub, DeviceSummary.of(device));
		connectionString = connectionString(hub, device);
		setDescription(NLS.bind(Messages.Created_description, device.deviceId(), hub.name()));
		show(device.prettyMaskedJson());
		if (copy != null) {
			copy.setEnabled(!connectionString.isEmpty());
		}
	}

	/** The device that was created; null before that. */
	@Nullable
	DeviceNode device() {
		return device;
	}

	/** With the primary key; empty when the device has none, or an id that cannot be written in one. */
	private static String connectionString(HubConnection hub, DeviceIdentity device) {
		SharedAccessKey key = device.authentication() instanceof SymmetricKeys keys ? keys.primary() : null;
		if (key == null) {
			return "";
		}
		try {
			return new DeviceConnectionString(hub.host().forDevices(), device.deviceId(), key, null).format();
		} catch (InvalidInputException e) {
			// an id with a semicolon: the wizard warned of it
			return "";
		}
	}

	private void copyConnectionString() {
		Clipboard clipboard = new Clipboard(getControl().getDisplay());
		try {
			clipboard.setContents(new Object[] { connectionString }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
		setMessage(Messages.Copied, INFORMATION);
	}

	/** The device exists: there is nothing to go back to. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
