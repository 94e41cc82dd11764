// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.wizards.DeviceField;

/** Which device sends, and what. */
final class SendMessagePage extends MessagePage {

	private final SendMessageModel model;
	private final DeviceHistory history;
	private @Nullable DeviceField deviceId;

	SendMessagePage(SendMessageModel model, DeviceHistory history) {
		super("message", Messages.Page_title, Messages.Page_description, model);
		this.model = model;
		this.history = history;
	}

	@Override
	protected @Nullable String deviceId() {
		return model.deviceId();
	}

	@Override
	protected Control createDevice(Composite grid) {
		DeviceField field = new DeviceField(grid, Messages.Device_id_label, SendMessageFields.DEVICE_ID, model.deviceId(), this::last,
				changing(model::setDeviceId));
		decorations.add(field.control());
		deviceId = field;
		return field.control();
	}

	@Override
	protected void propose(@Nullable HubConnection hub) {
		if (deviceId != null) {
			deviceId.of(hub);
		}
	}

	/** Who sent last. */
	private List<String> last() {
		HubConnection hub = model.hub();
		return hub == null ? List.of() : history.of(hub);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			// the size also counts what the next page holds
			changed();
			begin(model.deviceId().isEmpty());
		}
	}
}
