// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.project.DeviceActivity;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.DeviceField;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;

/** What the project is called, which device it is for, and what its program does. */
final class DeviceProjectPage extends FormPage {

	private final DeviceProjectModel model;
	private @Nullable Text name;
	/** The name that came of the id of the device; any other one was typed. */
	private String proposed = "";
	private @Nullable DeviceField deviceId;

	DeviceProjectPage(DeviceProjectModel model) {
		super("deviceProject", Messages.Page_title, Messages.Page_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.findings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		name = line(grid, Messages.Name_label, DeviceProjectFields.NAME, model.name(), model::setName);
		proposed = model.name();
		new HubField(grid, model.hub(), this::hubChosen);
		DeviceField device = new DeviceField(grid, Messages.Device_id_label, DeviceProjectFields.DEVICE_ID, model.deviceId(), List::of, changing(id -> {
			model.setDeviceId(id);
			propose();
		}));
		decorations.add(device.control());
		device.of(model.hub());
		deviceId = device;
		createActivities(grid);
		line(grid, Messages.Package_label, DeviceProjectFields.PACKAGE, model.packageName(), model::setPackageName);
		Label hint = new Label(parent, SWT.WRAP);
		hint.setText(Messages.Secret_hint);
		GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT).applyTo(hint);
	}

	private void createActivities(Composite parent) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(Messages.Does_group);
		GridLayoutFactory.swtDefaults().applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(group);
		activity(group, DeviceActivity.TELEMETRY, Messages.Does_telemetry);
		activity(group, DeviceActivity.TWIN, Messages.Does_twin);
		activity(group, DeviceActivity.METHODS, Messages.Does_methods);
		activity(group, DeviceActivity.MESSAGES, Messages.Does_messages);
	}

	private void activity(Composite group, DeviceActivity activity, String label) {
		Button check = check(group, label, DeviceProjectFields.does(activity), model.does().contains(activity), on -> model.setDoes(activity, on));
		GridDataFactory.fillDefaults().indent(5, 0).applyTo(check);
	}

	private void hubChosen(@Nullable HubConnection hub) {
		model.setHub(hub);
		if (deviceId != null) {
			deviceId.of(hub);
		}
		changed();
	}

	/** A project that nobody named is called after the device, also after another one. */
	private void propose() {
		Text field = name;
		if (field != null && model.name().equals(proposed)) {
			proposed = ProjectNames.free(model.deviceId());
			field.setText(proposed);
		}
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && name != null && deviceId != null) {
			if (model.name().isEmpty() || !model.deviceId().isEmpty()) {
				name.setFocus();
				name.selectAll();
			} else {
				deviceId.control().setFocus();
			}
		}
	}
}
