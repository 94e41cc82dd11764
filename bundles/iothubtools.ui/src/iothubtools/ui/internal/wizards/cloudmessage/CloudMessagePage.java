// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.wizards.DeviceProposals;
import iothubtools.ui.internal.wizards.message.MessagePage;

/** Which devices are to receive it, and what. */
final class CloudMessagePage extends MessagePage {

	private static final int DEVICE_LINES = 2;

	private final CloudMessageModel model;
	private @Nullable DeviceProposals listed;

	CloudMessagePage(CloudMessageModel model) {
		super("cloudMessage", Messages.Page_title, Messages.Page_description, model);
		this.model = model;
	}

	@Override
	protected @Nullable String deviceId() {
		return model.deviceIds().size() == 1 ? model.deviceIds().get(0) : null;
	}

	@Override
	protected Control createDevice(Composite grid) {
		Text text = lines(grid, Messages.Devices_label, CloudMessageFields.DEVICES, model.devices(), model::setDevices);
		GridDataFactory.fillDefaults().grab(true, false).hint(200, text.getLineHeight() * DEVICE_LINES).applyTo(text);
		text.setToolTipText(Messages.Devices_tooltip);
		listed = DeviceProposals.in(text);
		return text;
	}

	@Override
	protected void propose(@Nullable HubConnection hub) {
		if (listed != null) {
			listed.of(hub);
		}
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			// the size also counts what the next page holds
			if (!tellsFailure()) {
				changed();
			}
			begin(model.deviceIds().isEmpty());
		}
	}
}
