// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.DeviceKeys;
import iothubtools.ui.internal.credentials.ThumbprintFields;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;

/** What each way of authentication asks for, one shown at a time in the same place. */
final class AuthenticationFields {

	private final NewDeviceModel model;
	private final FieldDecorations decorations;
	private final Runnable changed;
	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	/** Keys and thumbprints. */
	private final List<Text> credentials = new ArrayList<>();
	private final Map<AuthenticationChoice, Control> forms = new EnumMap<>(AuthenticationChoice.class);

	AuthenticationFields(Composite parent, NewDeviceModel model, FieldDecorations decorations, Runnable changed) {
		this.model = model;
		this.decorations = decorations;
		this.changed = changed;
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		forms.put(AuthenticationChoice.SYMMETRIC_KEY, symmetricKey());
		ThumbprintFields thumbprints = new ThumbprintFields(stack, model.thumbprints(), model::deviceId, decorations, changed);
		credentials.addAll(thumbprints.texts());
		forms.put(AuthenticationChoice.SELF_SIGNED, thumbprints.control());
		forms.put(AuthenticationChoice.CERTIFICATE_AUTHORITY, certificateAuthority());
		update();
	}

	Control control() {
		return stack;
	}

	/** Empties what is for one device only. */
	void forget() {
		credentials.forEach(text -> text.setText(""));
	}

	/** Shows what the chosen way asks for. */
	void update() {
		layout.topControl = forms.get(model.authentication());
		stack.layout();
	}

	private Composite symmetricKey() {
		Composite form = Fields.grid(stack, 3);
		Button generated = new Button(form, SWT.CHECK);
		GridDataFactory.swtDefaults().span(3, 1).applyTo(generated);
		Text primary = Fields.secret(form, Messages.Primary_key_label, NewDeviceFields.PRIMARY_KEY, "",
				edit(model::setPrimaryKey));
		Button makePrimary = generate(form, primary, Messages.Generate_primary, NewDeviceFields.GENERATE_PRIMARY);
		Text secondary = Fields.secret(form, Messages.Secondary_key_label, NewDeviceFields.SECONDARY_KEY, "",
				edit(model::setSecondaryKey));
		Button makeSecondary = generate(form, secondary, Messages.Generate_secondary,
				NewDeviceFields.GENERATE_SECONDARY);
		decorations.add(primary);
		decorations.add(secondary);
		credentials.addAll(List.of(primary, secondary));
		Fields.label(form, "");
		Button show = Fields.choice(form, SWT.CHECK, Messages.Show_keys_label, NewDeviceFields.SHOW_KEYS, false, on -> {
			Fields.reveal(primary, on);
			Fields.reveal(secondary, on);
		});
		List<Control> own = List.of(primary, makePrimary, secondary, makeSecondary, show);
		own.forEach(control -> control.setEnabled(!model.keysGenerated()));
		Fields.bind(generated, Messages.Generate_keys_label, NewDeviceFields.GENERATE_KEYS, model.keysGenerated(),
				on -> {
					model.setKeysGenerated(on);
					own.forEach(control -> control.setEnabled(!on));
					changed.run();
				});
		return form;
	}

	private static Button generate(Composite form, Text key, String label, String id) {
		return Fields.button(form, label, id, () -> key.setText(DeviceKeys.generate().reveal()));
	}

	private Composite certificateAuthority() {
		Composite form = Fields.grid(stack, 1);
		Label hint = new Label(form, SWT.WRAP);
		hint.setText(Messages.Certificate_authority_hint);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(hint);
		return form;
	}

	private Consumer<String> edit(Consumer<String> setter) {
		return text -> {
			setter.accept(text);
			changed.run();
		};
	}
}
