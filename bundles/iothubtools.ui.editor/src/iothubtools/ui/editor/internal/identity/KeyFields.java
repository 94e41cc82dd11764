// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceKeys;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.model.DeviceTexts;

/** The fields of how a device or module proves who it is: its keys, which are masked until somebody wants to see them, or thumbprints. */
final class KeyFields {

	/** Of the grid they are in. */
	static final int COLUMNS = 4;
	/** Pixels that a field has at least. */
	private static final int NARROW = 80;

	private final Text authentication;
	private final Label primaryLabel;
	private final Text primary;
	private final Label secondaryLabel;
	private final Text secondary;
	private final List<Control> ofKeys;
	private final List<Control> ofBoth;
	private final Button shown;

	/** @param edited hears of each edit, also by {@link #show} */
	KeyFields(Composite form, Runnable edited) {
		authentication = readOnly(form, Messages.Authentication, "identityAuthentication");
		primaryLabel = Fields.label(form, Messages.Primary_key);
		primary = Fields.text(form, SWT.BORDER | SWT.SINGLE, "identityPrimary", "", text -> edited.run());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(NARROW, SWT.DEFAULT).applyTo(primary);
		Button copyPrimary = Fields.button(form, Messages.Copy, "identityCopyPrimary", () -> copy(true));
		Button newPrimary = Fields.button(form, Messages.Regenerate, "identityRegeneratePrimary", () -> regenerate(true));
		secondaryLabel = Fields.label(form, Messages.Secondary_key);
		secondary = Fields.text(form, SWT.BORDER | SWT.SINGLE, "identitySecondary", "", text -> edited.run());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(NARROW, SWT.DEFAULT).applyTo(secondary);
		Button copySecondary = Fields.button(form, Messages.Copy_secondary, "identityCopySecondary", () -> copy(false));
		Button newSecondary = Fields.button(form, Messages.Regenerate_secondary, "identityRegenerateSecondary", () -> regenerate(false));
		Label empty = new Label(form, SWT.NONE);
		shown = Fields.choice(form, SWT.CHECK, Messages.Show_keys, "identityShowKeys", false, on -> reveal());
		GridDataFactory.swtDefaults().grab(true, false).applyTo(shown);
		Button swap = Fields.button(form, Messages.Swap, "identitySwap", this::swap);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(swap);
		ofKeys = List.of(newPrimary, newSecondary, empty, shown, swap);
		ofBoth = List.of(primaryLabel, primary, copyPrimary, secondaryLabel, secondary, copySecondary);
	}

	/** A line with a label that can be read and copied, across the grid. */
	static Text readOnly(Composite form, String label, String id) {
		Fields.label(form, label);
		Text text = WidgetIds.mark(new Text(form, SWT.SINGLE | SWT.READ_ONLY), id);
		text.setBackground(form.getBackground());
		return wide(text);
	}

	/** A line across the grid. */
	static Text wide(Text text) {
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(COLUMNS - 1, 1).hint(NARROW, SWT.DEFAULT).applyTo(text);
		return text;
	}

	/** The cursor stays where it is, if the text is there already. */
	static void set(Text text, String value) {
		if (!text.getText().equals(value)) {
			text.setText(value);
		}
	}

	/** What stands in the fields. */
	KeyEdits edits() {
		return new KeyEdits(primary.getText(), secondary.getText());
	}

	/** Shows the fields that there are for this kind, with these edits. */
	void show(DeviceAuthentication kind, KeyEdits edits) {
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
	}

	private static void exclude(Control control, boolean excluded) {
		control.setVisible(!excluded);
		if (control.getLayoutData() instanceof GridData data) {
			data.exclude = excluded;
		} else if (control.getLayoutData() == null) {
			GridDataFactory.swtDefaults().exclude(excluded).applyTo(control);
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

	/** It is the device's or module's when it is saved. */
	private void regenerate(boolean first) {
		(first ? primary : secondary).setText(DeviceKeys.generate().reveal());
	}

	private void swap() {
		String first = primary.getText();
		primary.setText(secondary.getText());
		secondary.setText(first);
	}
}
