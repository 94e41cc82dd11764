// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.ui.editor.internal.page.ScrolledPart;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.model.DeviceTexts;

/** The fields of an identity; those that the hub alone writes can be read and copied. */
final class IdentityFields {

	private static final int COLUMNS = 4;

	private final Composite form;
	private final ScrolledPart area;
	private final Runnable changed;
	private final Text deviceId;
	private final Text generation;
	private final Text connection;
	private final Text waiting;
	private final Combo status;
	private final Text reason;
	private final Text authentication;
	private final Label primaryLabel;
	private final Text primary;
	private final Label secondaryLabel;
	private final Text secondary;
	private final List<Control> ofKeys;
	private final List<Control> ofBoth;
	private final Button shown;
	private final Text edge;
	private final Text parent;
	private boolean filling;

	/** @param changed hears of each edit by a person */
	IdentityFields(Composite place, Runnable changed) {
		this.changed = changed;
		place.setLayout(new FillLayout());
		area = new ScrolledPart(place);
		form = new Composite(area.content(), SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(10, 6).margins(10, 8).applyTo(form);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
		deviceId = readOnly(Messages.Device_id, "identityId");
		generation = readOnly(Messages.Generation, "identityGeneration");
		connection = readOnly(Messages.Connection, "identityConnection");
		waiting = readOnly(Messages.Messages_waiting, "identityWaiting");
		Fields.label(form, Messages.Status);
		status = WidgetIds.mark(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY), "identityStatus");
		status.setItems(DeviceTexts.status(DeviceStatus.ENABLED), DeviceTexts.status(DeviceStatus.DISABLED));
		status.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> edited()));
		GridDataFactory.swtDefaults().span(COLUMNS - 1, 1).applyTo(status);
		reason = wide(Fields.text(form, Messages.Reason, "identityReason", "", text -> edited()));
		reason.setTextLimit(DeviceIdentityBuilder.MAX_STATUS_REASON);
		authentication = readOnly(Messages.Authentication, "identityAuthentication");
		primaryLabel = Fields.label(form, Messages.Primary_key);
		primary = Fields.text(form, SWT.BORDER | SWT.SINGLE, "identityPrimary", "", text -> edited());
		Button copyPrimary = Fields.button(form, Messages.Copy, "identityCopyPrimary", () -> copy(true));
		Button newPrimary = Fields.button(form, Messages.Regenerate, "identityRegeneratePrimary", () -> regenerate(true));
		secondaryLabel = Fields.label(form, Messages.Secondary_key);
		secondary = Fields.text(form, SWT.BORDER | SWT.SINGLE, "identitySecondary", "", text -> edited());
		Button copySecondary = Fields.button(form, Messages.Copy_secondary, "identityCopySecondary", () -> copy(false));
		Button newSecondary = Fields.button(form, Messages.Regenerate_secondary, "identityRegenerateSecondary", () -> regenerate(false));
		Label empty = new Label(form, SWT.NONE);
		shown = Fields.choice(form, SWT.CHECK, Messages.Show_keys, "identityShowKeys", false, on -> reveal());
		GridDataFactory.swtDefaults().grab(true, false).applyTo(shown);
		Button swap = Fields.button(form, Messages.Swap, "identitySwap", this::swap);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(swap);
		ofKeys = List.of(newPrimary, newSecondary, empty, shown, swap);
		ofBoth = List.of(primaryLabel, primary, copyPrimary, secondaryLabel, secondary, copySecondary);
		edge = readOnly(Messages.Edge, "identityEdge");
		parent = wide(Fields.text(form, Messages.Parent, "identityParent", "", text -> edited()));
		enable(false);
	}

	private Text readOnly(String label, String id) {
		Fields.label(form, label);
		Text text = WidgetIds.mark(new Text(form, SWT.SINGLE | SWT.READ_ONLY), id);
		text.setBackground(form.getBackground());
		return wide(text);
	}

	private static Text wide(Text text) {
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(COLUMNS - 1, 1).hint(200, SWT.DEFAULT).applyTo(text);
		return text;
	}

	void setFocus() {
		(status.isEnabled() ? status : form).setFocus();
	}

	/** What stands in the fields. */
	IdentityEdits edits() {
		return new IdentityEdits(status.getSelectionIndex() == 1 ? DeviceStatus.DISABLED : DeviceStatus.ENABLED, reason.getText(),
				primary.getText(), secondary.getText(), parent.getText());
	}

	/** Shows a device, with these edits. */
	void show(DeviceIdentity device, IdentityEdits edits) {
		filling = true;
		deviceId.setText(device.deviceId());
		generation.setText(device.generationId());
		connection.setText(NLS.bind(Messages.Connection_text, DeviceTexts.connection(device.connectionState()),
				DeviceTexts.time(device.lastActivityTime())));
		waiting.setText(Integer.toString(device.cloudToDeviceMessageCount()));
		status.select(edits.status() == DeviceStatus.DISABLED ? 1 : 0);
		set(reason, edits.reason());
		DeviceAuthentication kind = device.authentication();
		authentication.setText(DeviceTexts.authentication(kind.type()));
		boolean keys = kind instanceof SymmetricKeys;
		primaryLabel.setText(keys ? Messages.Primary_key : Messages.Primary_thumbprint);
		secondaryLabel.setText(keys ? Messages.Secondary_key : Messages.Secondary_thumbprint);
		set(primary, edits.primary());
		set(secondary, edits.secondary());
		ofBoth.forEach(control -> exclude(control, !keys && !(kind instanceof SelfSigned)));
		ofKeys.forEach(control -> exclude(control, !keys));
		Fields.reveal(primary, !keys || shown.getSelection());
		Fields.reveal(secondary, !keys || shown.getSelection());
		edge.setText(device.iotEdge() ? Messages.Edge_yes : Messages.Edge_no);
		set(parent, edits.parent());
		filling = false;
		enable(true);
		form.requestLayout();
		area.fit();
	}

	/** The cursor stays where it is. */
	private static void set(Text text, String value) {
		if (!text.getText().equals(value)) {
			text.setText(value);
		}
	}

	private static void exclude(Control control, boolean excluded) {
		control.setVisible(!excluded);
		if (control.getLayoutData() instanceof GridData data) {
			data.exclude = excluded;
		} else if (control.getLayoutData() == null) {
			GridDataFactory.swtDefaults().exclude(excluded).applyTo(control);
		}
	}

	private void enable(boolean on) {
		for (Control control : form.getChildren()) {
			control.setEnabled(on);
		}
	}

	private void edited() {
		if (!filling) {
			changed.run();
		}
	}

	private void reveal() {
		Fields.reveal(primary, shown.getSelection());
		Fields.reveal(secondary, shown.getSelection());
	}

	private void copy(boolean first) {
		String text = (first ? primary : secondary).getText();
		if (!text.isEmpty()) {
			Clipboards.copySecret(text);
		}
	}

	/** It is the device's when it is saved. */
	private void regenerate(boolean first) {
		(first ? primary : secondary).setText(DeviceKeys.generate().reveal());
	}

	private void swap() {
		String first = primary.getText();
		primary.setText(secondary.getText());
		secondary.setText(first);
	}
}
