// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Composite;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.DeviceField;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;

/** Which device sends, and what. */
final class SendMessagePage extends FormPage {

	private final SendMessageModel model;
	private final DeviceHistory history;
	private @Nullable DeviceField deviceId;
	private @Nullable BodyFields body;
	private @Nullable ContentFields content;

	SendMessagePage(SendMessageModel model, DeviceHistory history) {
		super("message", Messages.Page_title, Messages.Page_description);
		this.model = model;
		this.history = history;
	}

	@Override
	protected @Nullable String deviceId() {
		return model.deviceId();
	}

	@Override
	protected Findings findings() {
		if (content != null) {
			content.showSize();
		}
		return model.bodyFindings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, ContentFields.COLUMNS);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		ContentFields.alone(new HubField(grid, model.hub(), this::hubChosen).control());
		DeviceField device = new DeviceField(grid, Messages.Device_id_label, SendMessageFields.DEVICE_ID, model.deviceId(), this::last,
				changing(model::setDeviceId));
		ContentFields.alone(device.control());
		decorations.add(device.control());
		device.of(model.hub());
		deviceId = device;
		BodyFields bodyFields = new BodyFields(grid, model, decorations, this::changed);
		ContentFields.alone(bodyFields.control());
		body = bodyFields;
		content = new ContentFields(grid, model, decorations, this::changed);
	}

	private void hubChosen(@Nullable HubConnection hub) {
		model.setHub(hub);
		if (deviceId != null) {
			deviceId.of(hub);
		}
		changed();
	}

	/** Who sent last. */
	private List<String> last() {
		HubConnection hub = model.hub();
		return hub == null ? List.of() : history.of(hub);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && deviceId != null && body != null) {
			// the size also counts what the next page holds
			changed();
			if (model.deviceId().isEmpty()) {
				deviceId.control().setFocus();
			} else {
				body.setFocus();
			}
		}
	}

	/** This is the first page, even if the wizard came to it from the replies. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
