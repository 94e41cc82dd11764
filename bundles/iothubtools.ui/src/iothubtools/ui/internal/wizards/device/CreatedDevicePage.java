// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.credentials.OwnCredential;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.wizards.ReplyPage;

/** What the hub made of a new device: its reply as JSON, keys masked, and the connection string to take along. */
final class CreatedDevicePage extends ReplyPage {

	private final Runnable another;
	private @Nullable Button copy;
	private String connectionString = "";
	private @Nullable DeviceNode device;

	/** @param another leads to the next device */
	CreatedDevicePage(Runnable another) {
		super("createdDevice", Messages.Created_title, Messages.Reply_label, NewDeviceFields.REPLY);
		this.another = another;
	}

	@Override
	protected void createBelow(Composite page) {
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		copy = Fields.button(row, Messages.Copy_label, NewDeviceFields.COPY_CONNECTION_STRING, this::copyConnectionString);
		Fields.button(row, Messages.Another_label, NewDeviceFields.CREATE_ANOTHER, another);
	}

	/** Shows the reply of the hub. */
	void show(HubConnection hub, DeviceIdentity device) {
		this.device = new DeviceNode(hub, DeviceSummary.of(device));
		connectionString = connectionString(hub, device);
		setMessage(null);
		setDescription(NLS.bind(Messages.Created_description, device.deviceId(), hub.name()));
		show(device.prettyMaskedJson());
		if (copy != null) {
			copy.setEnabled(!connectionString.isEmpty());
		}
	}

	/** Tells that something of it did not work. */
	void warn(String message) {
		setMessage(message, WARNING);
	}

	/** The device that was created; null before that. */
	@Nullable
	DeviceNode device() {
		return device;
	}

	/** With the primary key, if it has keys; empty when the device has an id that cannot be written in one, of which the wizard warned. */
	private static String connectionString(HubConnection hub, DeviceIdentity device) {
		ConnectionString string = OwnCredential.of(hub, device, KeySlot.PRIMARY).connectionString();
		return string == null ? "" : string.format();
	}

	private void copyConnectionString() {
		Clipboards.copySecret(connectionString);
		setMessage(Messages.Copied, INFORMATION);
	}

	/** The device exists: there is nothing to go back to. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
