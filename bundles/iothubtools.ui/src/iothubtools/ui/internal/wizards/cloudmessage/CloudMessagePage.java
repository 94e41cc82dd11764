// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.DeviceProposals;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;
import iothubtools.ui.internal.wizards.message.BodyFields;
import iothubtools.ui.internal.wizards.message.ContentFields;

/** Which devices are to receive it, and what. */
final class CloudMessagePage extends FormPage {

	private static final int DEVICE_LINES = 2;

	private final CloudMessageModel model;
	private @Nullable Text devices;
	private @Nullable DeviceProposals listed;
	private @Nullable BodyFields body;
	private @Nullable ContentFields content;

	CloudMessagePage(CloudMessageModel model) {
		super("cloudMessage", Messages.Page_title, Messages.Page_description);
		this.model = model;
	}

	@Override
	protected @Nullable String deviceId() {
		return model.deviceIds().size() == 1 ? model.deviceIds().get(0) : null;
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
		Text deviceIds = createDevices(grid);
		devices = deviceIds;
		DeviceProposals proposals = DeviceProposals.in(deviceIds);
		proposals.of(model.hub());
		listed = proposals;
		BodyFields bodyFields = new BodyFields(grid, model, decorations, this::changed);
		ContentFields.alone(bodyFields.control());
		body = bodyFields;
		content = new ContentFields(grid, model, decorations, this::changed);
	}

	private Text createDevices(Composite grid) {
		Text text = lines(grid, Messages.Devices_label, CloudMessageFields.DEVICES, model.devices(), model::setDevices);
		GridDataFactory.fillDefaults().grab(true, false).hint(200, text.getLineHeight() * DEVICE_LINES).applyTo(text);
		ContentFields.alone(text);
		text.setToolTipText(Messages.Devices_tooltip);
		return text;
	}

	private void hubChosen(@Nullable HubConnection hub) {
		model.setHub(hub);
		if (listed != null) {
			listed.of(hub);
		}
		changed();
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && devices != null && body != null) {
			// the size also counts what the next page holds
			if (!tellsFailure()) {
				changed();
			}
			if (model.deviceIds().isEmpty()) {
				devices.setFocus();
			} else {
				body.setFocus();
			}
		}
	}

	/** This is the first page, even if the wizard came to it from what became of the messages. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
