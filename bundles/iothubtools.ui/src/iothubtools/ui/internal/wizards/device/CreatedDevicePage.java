// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.auth.DeviceConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.connections.HubConnection;
import iothubtools.ui.internal.forms.Fields;

/** What the hub made of a new device: its reply as JSON, keys masked, and the connection string to take along. */
final class CreatedDevicePage extends WizardPage {

	private @Nullable Text reply;
	private @Nullable Button copy;
	private String connectionString = "";

	CreatedDevicePage() {
		super("createdDevice", Messages.Created_title, null);
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(page);
		Fields.label(page, Messages.Reply_label);
		Text text = Fields.readOnly(page, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER, NewDeviceFields.REPLY);
		text.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().grab(true, true).hint(300, 200).applyTo(text);
		reply = text;
		Button button = Fields.button(page, Messages.Copy_label, NewDeviceFields.COPY_CONNECTION_STRING,
				this::copyConnectionString);
		GridDataFactory.swtDefaults().applyTo(button);
		copy = button;
		setControl(page);
	}

	/** Shows the reply of the hub. */
	void show(HubConnection hub, DeviceIdentity device) {
		connectionString = connectionString(hub, device);
		setDescription(NLS.bind(Messages.Created_description, device.deviceId(), hub.name()));
		if (reply != null) {
			reply.setText(device.prettyMaskedJson());
		}
		if (copy != null) {
			copy.setEnabled(!connectionString.isEmpty());
		}
	}

	/** With the primary key; empty when the device has none, or an id that cannot be written in one. */
	private static String connectionString(HubConnection hub, DeviceIdentity device) {
		SharedAccessKey key = device.authentication() instanceof SymmetricKeys keys ? keys.primary() : null;
		if (key == null) {
			return "";
		}
		try {
			return new DeviceConnectionString(hub.host(), device.deviceId(), key, null).format();
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
