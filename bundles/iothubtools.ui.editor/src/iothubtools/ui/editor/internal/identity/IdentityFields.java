// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.List;
import java.util.stream.Stream;

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

	private static final List<DeviceStatus> KNOWN = List.of(DeviceStatus.ENABLED, DeviceStatus.DISABLED);

	private final FormArea area;
	private final HubWrittenFields written;
	private final Combo status;
	/** What can be chosen now. */
	private List<DeviceStatus> statuses = KNOWN;
	private final Text reason;
	private final KeyFields keys;
	private final Button edge;
	private final ParentField parent;

	/** @param changed hears of each edit by a person */
	IdentityFields(Composite place, Runnable changed) {
		area = new FormArea(place, changed);
		Composite form = area.form();
		written = new HubWrittenFields(form);
		Fields.label(form, Messages.Status);
		status = WidgetIds.mark(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY), "identityStatus");
		offer(KNOWN);
		status.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> area.edited()));
		GridDataFactory.swtDefaults().span(KeyFields.COLUMNS - 1, 1).applyTo(status);
		reason = KeyFields.wide(Fields.text(form, Messages.Reason, "identityReason", "", text -> area.edited()));
		reason.setTextLimit(DeviceIdentityBuilder.MAX_STATUS_REASON);
		keys = new KeyFields(area, written::deviceId);
		// below the other fields
		new Label(form, SWT.NONE);
		edge = Fields.choice(form, SWT.CHECK, Messages.Edge, "identityEdge", false, on -> area.edited());
		GridDataFactory.swtDefaults().span(KeyFields.COLUMNS - 1, 1).applyTo(edge);
		parent = new ParentField(form, area::edited);
		area.enable(false);
	}

	private void offer(List<DeviceStatus> some) {
		statuses = some;
		status.setItems(some.stream().map(DeviceTexts::status).toArray(String[]::new));
	}

	@Override
	public void setFocus() {
		area.setFocus(status);
	}

	@Override
	public IdentityEdits edits() {
		int chosen = status.getSelectionIndex();
		// none is chosen before it is read
		return new IdentityEdits(chosen < 0 ? DeviceStatus.ENABLED : statuses.get(chosen), reason.getText(),
				keys.edits(), edge.getSelection(), parent.parent());
	}

	@Override
	public void show(DeviceIdentity device, IdentityEdits edits) {
		area.fill(() -> fill(device, edits));
	}

	/** Shows what only the hub writes. */
	void showState(DeviceIdentity device) {
		written.showState(device.connectionState(), device.lastActivityTime(), device.cloudToDeviceMessageCount());
	}

	private void fill(DeviceIdentity device, IdentityEdits edits) {
		written.show(device.deviceId(), device.generationId());
		showState(device);
		// one that this version does not know stays, unless somebody chooses another one
		List<DeviceStatus> offered = Stream.concat(KNOWN.stream(), Stream.of(device.status())).distinct().toList();
		if (!offered.equals(statuses)) {
			offer(offered);
		}
		status.select(offered.indexOf(edits.status()));
		KeyFields.set(reason, edits.reason());
		keys.show(device.authentication(), edits.keys());
		edge.setSelection(edits.edge());
		parent.show(edits.parent());
	}
}
