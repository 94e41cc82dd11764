// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;

/** The fields of a connection. Connection string and parts follow each other with each key stroke. */
final class ConnectionFormFields {

	private final ConnectionForm form;
	private final Runnable changed;
	private final FieldDecorations decorations = new FieldDecorations();
	private final Text name;
	private final ConnectionStringField connectionString;
	private final Text hostName;
	private final Text policyName;
	private final Text key;
	private final Button showKey;
	private boolean following;

	ConnectionFormFields(Composite parent, ConnectionForm form, KeyLoader keys, Runnable changed) {
		this.form = form;
		this.changed = changed;
		Composite grid = Fields.grid(parent, 3);
		connectionString = new ConnectionStringField(grid, form, this::followParts);
		hint(grid);
		hostName = part(grid, Messages.Host_name_label, ConnectionFields.HOST_NAME, form.hostName(),
				form::setHostName);
		policyName = part(grid, Messages.Policy_name_label, ConnectionFields.POLICY_NAME, form.policyName(),
				form::setPolicyName);
		key = Fields.secret(grid, Messages.Key_label, ConnectionFields.KEY, form.key(), value -> edited(form::setKey, value));
		if (form.keyStored()) {
			key.setMessage(Messages.Key_stored);
		}
		showKey = Fields.choice(grid, SWT.CHECK, Messages.Show_key_label, ConnectionFields.SHOW_KEY, false,
				shown -> showKey(shown, keys));
		createCaCertificate(grid);
		name = part(grid, Messages.Name_label, ConnectionFields.NAME, form.name(), form::setName);
		connectionString.addTo(decorations);
		decorations.add(hostName);
		decorations.add(policyName);
		decorations.add(key);
		decorations.add(name);
	}

	private static void hint(Composite grid) {
		Fields.label(grid, "");
		Label hint = new Label(grid, SWT.WRAP);
		hint.setText(Messages.Portal_hint);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).applyTo(hint);
	}

	private Text part(Composite grid, String label, String id, String value, Consumer<String> setter) {
		Text text = Fields.text(grid, label, id, value, edited -> edited(setter, edited));
		GridDataFactory.createFrom((GridData) text.getLayoutData()).span(2, 1).applyTo(text);
		return text;
	}

	private void createCaCertificate(Composite grid) {
		Text file = Fields.text(grid, Messages.Ca_certificate_label, ConnectionFields.CA_CERTIFICATE,
				form.caCertificate(), value -> edited(form::setCaCertificate, value));
		file.setMessage(Messages.Ca_certificate_optional);
		decorations.add(file);
		Fields.button(grid, Messages.Browse_label, ConnectionFields.BROWSE_CA, () -> {
			FileDialog dialog = new FileDialog(file.getShell(), SWT.OPEN | SWT.SHEET);
			dialog.setFilterExtensions(new String[] { "*.pem;*.crt;*.cer;*.der", "*" });
			String chosen = dialog.open();
			if (chosen != null) {
				file.setText(chosen);
			}
		});
	}

	private void edited(Consumer<String> setter, String value) {
		if (following) {
			return;
		}
		setter.accept(value);
		connectionString.follow();
		followParts();
	}

	private void followParts() {
		follow(hostName, form.hostName());
		follow(policyName, form.policyName());
		follow(key, form.key());
		follow(name, form.name());
		changed.run();
	}

	/** Shows what the model has, unless the person is just typing the same with blanks around it. */
	private void follow(Text field, String value) {
		if (!field.getText().strip().equals(value)) {
			following = true;
			field.setText(value);
			following = false;
		}
	}

	private void showKey(boolean shown, KeyLoader keys) {
		if (shown && form.key().isEmpty() && form.keyStored()) {
			form.setKey(keys.load());
			follow(key, form.key());
			changed.run();
		}
		boolean possible = shown && !(form.key().isEmpty() && form.keyStored());
		showKey.setSelection(possible);
		Fields.reveal(key, possible);
		key.setFont(possible ? JFaceResources.getTextFont() : name.getFont());
		connectionString.reveal(possible);
	}

	void show(Findings findings) {
		decorations.show(findings);
	}

	void setFocus() {
		connectionString.setFocus();
	}
}
