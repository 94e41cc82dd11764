// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;

/** Which device sends, and what. */
final class SendMessagePage extends FormPage {

	private static final String[] CONTENT_TYPES = { "application/json", "text/plain", "application/octet-stream" };
	// the encodings whose bodies the hub can look into, and the usual one for compressed bodies
	private static final String[] CONTENT_ENCODINGS = { "utf-8", "utf-16", "utf-32", "gzip" };

	/** Two fields with their labels side by side. */
	private static final int COLUMNS = 4;

	private final SendMessageModel model;
	private final DeviceHistory history;
	private @Nullable Combo deviceId;
	private @Nullable BodyFields body;
	private @Nullable Label size;

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
		if (size != null) {
			size.setText(MessageSize.of(model.size()));
		}
		return model.bodyFindings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, COLUMNS);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		alone(new HubField(grid, model.hub(), this::hubChosen).control());
		Combo device = Fields.combo(grid, Messages.Device_id_label, SendMessageFields.DEVICE_ID, model.deviceId(),
				text -> {
					model.setDeviceId(text);
					changed();
				});
		alone(device);
		decorations.add(device);
		deviceId = device;
		propose(device);
		BodyFields bodyFields = new BodyFields(grid, model, decorations, this::changed);
		alone(bodyFields.control());
		body = bodyFields;
		createContent(grid);
	}

	/** Gives a field all of its row but the column of labels. */
	private static void alone(Control field) {
		if (field.getLayoutData() instanceof GridData data) {
			data.horizontalSpan = COLUMNS - 1;
		}
	}

	private void createContent(Composite grid) {
		Combo type = Fields.combo(grid, Messages.Content_type_label, SendMessageFields.CONTENT_TYPE,
				model.contentType(), text -> {
					model.setContentType(text);
					changed();
				});
		suggest(type, List.of(CONTENT_TYPES));
		Combo encoding = Fields.combo(grid, Messages.Content_encoding_label, SendMessageFields.CONTENT_ENCODING,
				model.contentEncoding(), text -> {
					model.setContentEncoding(text);
					changed();
				});
		suggest(encoding, List.of(CONTENT_ENCODINGS));
		decorations.add(type);
		decorations.add(encoding);
		Fields.label(grid, Messages.Size_label);
		Label label = WidgetIds.mark(new Label(grid, SWT.NONE), SendMessageFields.SIZE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(label);
		alone(label);
		size = label;
	}

	private void hubChosen(@Nullable HubConnection hub) {
		model.setHub(hub);
		if (deviceId != null) {
			propose(deviceId);
		}
		changed();
	}

	private void propose(Combo device) {
		HubConnection hub = model.hub();
		suggest(device, hub == null ? List.of() : history.of(hub));
	}

	/** Fills the list; setting the items of a combo alone would empty its text. */
	private static void suggest(Combo combo, List<String> items) {
		String text = combo.getText();
		combo.setItems(items.toArray(String[]::new));
		combo.setText(text);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && deviceId != null && body != null) {
			// the size also counts what the next page holds
			changed();
			if (model.deviceId().isEmpty()) {
				deviceId.setFocus();
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
