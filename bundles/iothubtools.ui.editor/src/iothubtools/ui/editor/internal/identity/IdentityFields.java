// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.model.DeviceTexts;

/** The fields of the identity of a device; those that the hub alone writes can be read and copied. */
final class IdentityFields implements IdentityForm<@NonNull DeviceIdentity, @NonNull IdentityEdits> {

	private final FormArea area;
	private final Text deviceId;
	private final Text generation;
	private final Text connection;
	private final Text waiting;
	private final Combo status;
	private final Text reason;
	private final KeyFields keys;
	private final Button edge;
	private final ParentField parent;

	/** @param changed hears of each edit by a person */
	IdentityFields(Composite place, Runnable changed) {
		area = new FormArea(place, changed);
		Composite form = area.form();
		deviceId = KeyFields.readOnly(form, Messages.Device_id, "identityId");
		generation = KeyFields.readOnly(form, Messages.Generation, "identityGeneration");
		connection = KeyFields.readOnly(form, Messages.Connection, "identityConnection");
		waiting = KeyFields.readOnly(form, Messages.Messages_waiting, "identityWaiting");
		Fields.label(form, Messages.Status);
		status = WidgetIds.mark(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY), "identityStatus");
		status.setItems(DeviceTexts.status(DeviceStatus.ENABLED), DeviceTexts.status(DeviceStatus.DISABLED));
		status.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> area.edited()));
		GridDataFactory.swtDefaults().span(KeyFields.COLUMNS - 1, 1).applyTo(status);
		reason = KeyFields.wide(Fields.text(form, Messages.Reason, "identityReason", "", text -> area.edited()));
		reason.setTextLimit(DeviceIdentityBuilder.MAX_STATUS_REASON);
		keys = new KeyFields(area, deviceId::getText);
		// below the other fields
		new Label(form, SWT.NONE);
		edge = Fields.choice(form, SWT.CHECK, Messages.Edge, "identityEdge", false, on -> area.edited());
		GridDataFactory.swtDefaults().span(KeyFields.COLUMNS - 1, 1).applyTo(edge);
		parent = new ParentField(form, area::edited);
		area.enable(false);
	}

	@Override
	public void setFocus() {
		area.setFocus(status);
	}

	@Override
	public IdentityEdits edits() {
		return new IdentityEdits(status.getSelectionIndex() == 1 ? DeviceStatus.DISABLED : DeviceStatus.ENABLED, reason.getText(),
				keys.edits(), edge.getSelection(), parent.parent());
	}

	@Override
	public void show(DeviceIdentity device, IdentityEdits edits) {
		area.fill(() -> fill(device, edits));
	}

	/** Shows what only the hub writes. */
	void showState(DeviceIdentity device) {
		connection.setText(KeyFields.connection(device.connectionState(), device.lastActivityTime()));
		waiting.setText(Integer.toString(device.cloudToDeviceMessageCount()));
	}

	private void fill(DeviceIdentity device, IdentityEdits edits) {
		deviceId.setText(device.deviceId());
		generation.setText(device.generationId());
		showState(device);
		status.select(edits.status() == DeviceStatus.DISABLED ? 1 : 0);
		KeyFields.set(reason, edits.reason());
		keys.show(device.authentication(), edits.keys());
		edge.setSelection(edits.edge());
		parent.show(edits.parent());
	}
}
