// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.names.DeviceIds;
import iothubtools.ui.internal.ToolTips;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** Where a new device is described. */
final class NewDevicePage extends FormPage {

	private final NewDeviceModel model;
	/** Shows what a pattern stands for. */
	private Runnable preview = () -> {
		// nothing before there are fields
	};
	private @Nullable Text deviceId;
	private @Nullable AuthenticationFields authentication;

	NewDevicePage(NewDeviceModel model) {
		super("newDevice", Messages.Page_title, Messages.Page_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.findings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		hub(grid, model);
		Text id = line(grid, Messages.Device_id_label, NewDeviceFields.DEVICE_ID, model.deviceId(), text -> {
			model.setDeviceId(text);
			preview.run();
		});
		// room for one more than possible, so that an id pasted too long is told and not silently cut
		id.setTextLimit(DeviceIds.MAX_LENGTH * 8);
		deviceId = id;
		createNumbers(grid);
		createAuthentication(parent);
		createOptions(parent);
	}

	private void createNumbers(Composite grid) {
		Label label = Fields.label(grid, Messages.Numbers_label);
		Composite row = new Composite(grid, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).spacing(10, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Text from = number(row, NewDeviceFields.FROM, model.numbers().from(), model.numbers()::setFrom);
		Fields.accessibleName(from, Messages.Numbers_accessible);
		Label middle = Fields.label(row, Messages.To_label);
		Text to = number(row, NewDeviceFields.TO, model.numbers().to(), model.numbers()::setTo);
		Label ids = WidgetIds.mark(new Label(row, SWT.NONE), NewDeviceFields.PREVIEW);
		ids.setText(Messages.Preview_hint);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
				.hint(ids.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, SWT.DEFAULT).applyTo(ids);
		preview = () -> {
			ids.setText(model.preview());
			ToolTips.show(ids, model.preview());
			List.of(label, from, middle, to).forEach(control -> control.setEnabled(model.many()));
		};
		preview.run();
	}

	private Text number(Composite row, String id, String value, Consumer<String> setter) {
		Text text = line(row, id, value, edited -> {
			setter.accept(edited);
			preview.run();
		});
		GridDataFactory.swtDefaults().hint(convertWidthInCharsToPixels(7), SWT.DEFAULT).applyTo(text);
		return text;
	}

	/** Tells what is to be said now, unless the wizard is closed, at work (its fields are disabled then) or tells of a failure. */
	void recheck() {
		if (getControl() != null && !getControl().isDisposed() && getControl().isEnabled() && !tellsFailure()) {
			changed();
		}
	}

	private void createAuthentication(Composite parent) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(Messages.Authentication_group);
		GridLayoutFactory.swtDefaults().numColumns(AuthenticationChoice.values().length).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
		AuthenticationFields fields = new AuthenticationFields(group, model, decorations, this::changed);
		authentication = fields;
		for (AuthenticationChoice choice : AuthenticationChoice.values()) {
			Button radio = Fields.choice(group, SWT.RADIO, choice.label(), choice.id(),
					model.authentication() == choice, chosen -> {
						if (chosen) {
							model.setAuthentication(choice);
							fields.update();
							changed();
						}
					});
			radio.moveAbove(fields.control());
		}
		GridDataFactory.fillDefaults().grab(true, false).span(AuthenticationChoice.values().length, 1)
				.applyTo(fields.control());
	}

	private void createOptions(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		Button edge = check(grid, Messages.Iot_edge_label, NewDeviceFields.IOT_EDGE, model.iotEdge(), model::setIotEdge);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(edge);
		Button enabled = new Button(grid, SWT.CHECK);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(enabled);
		Label label = Fields.label(grid, Messages.Status_reason_label);
		GridDataFactory.swtDefaults().indent(20, 0).applyTo(label);
		Text reason = line(grid, NewDeviceFields.STATUS_REASON, model.statusReason(), model::setStatusReason);
		label.setEnabled(!model.enabled());
		reason.setEnabled(!model.enabled());
		Fields.bind(enabled, Messages.Enabled_label, NewDeviceFields.ENABLED, model.enabled(), changing(on -> {
			model.setEnabled(on);
			label.setEnabled(!on);
			reason.setEnabled(!on);
		}));
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && deviceId != null) {
			deviceId.setFocus();
			deviceId.selectAll();
		}
	}

	/** Empties the fields of keys and thumbprints. */
	void forgetCredentials() {
		if (authentication != null) {
			authentication.forget();
		}
		changed();
	}

	/** This is the first page, even if the wizard came to it from the reply. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
