// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.forms.ScrolledArea;

/** The fields of a connection of either kind. Connection string and parts follow each other with each key stroke. */
final class ConnectionFormFields {

	private final ConnectionForm form;
	private final Runnable changed;
	private final FieldDecorations decorations = new FieldDecorations();
	private final Composite grid;
	/** What is only there for one of the two kinds. */
	private final List<Control> forPolicy = new ArrayList<>();
	private final List<Control> forEntra = new ArrayList<>();
	private int known;
	private final Text name;
	private final Text tenant;
	private final ConnectionStringField connectionString;
	private final Text hostName;
	private final Text policyName;
	private final Text key;
	private final Button showKey;
	private boolean following;

	ConnectionFormFields(Composite parent, ConnectionForm form, KeyLoader keys, Runnable changed) {
		this.form = form;
		this.changed = changed;
		grid = Fields.grid(parent, 3);
		createKinds();
		connectionString = new ConnectionStringField(grid, form, this::followParts);
		hint(grid, Messages.Portal_hint);
		forPolicy.addAll(made());
		hostName = part(grid, Messages.Host_name_label, ConnectionFields.HOST_NAME, form.hostName(),
				form::setHostName);
		made();
		policyName = part(grid, Messages.Policy_name_label, ConnectionFields.POLICY_NAME, form.policyName(),
				form::setPolicyName);
		key = Fields.secret(grid, Messages.Key_label, ConnectionFields.KEY, form.key(), value -> edited(form::setKey, value));
		if (form.keyStored()) {
			key.setMessage(Messages.Key_stored);
		}
		showKey = Fields.choice(grid, SWT.CHECK, Messages.Show_key_label, ConnectionFields.SHOW_KEY, false,
				shown -> showKey(shown, keys));
		forPolicy.addAll(made());
		tenant = part(grid, Messages.Tenant_label, ConnectionFields.TENANT, form.tenant(), form::setTenant);
		tenant.setMessage(Messages.Tenant_optional);
		hint(grid, Messages.Entra_hint);
		forEntra.addAll(made());
		createCaCertificate(grid);
		name = part(grid, Messages.Name_label, ConnectionFields.NAME, form.name(), form::setName);
		Fields.label(grid, "");
		Button production = Fields.choice(grid, SWT.CHECK, Messages.Production_label, ConnectionFields.PRODUCTION, form.production(), marked -> {
			form.setProduction(marked);
			changed.run();
		});
		GridDataFactory.fillDefaults().span(2, 1).applyTo(production);
		connectionString.addTo(decorations);
		decorations.add(hostName);
		decorations.add(policyName);
		decorations.add(key);
		decorations.add(tenant);
		decorations.add(name);
		showKind();
	}

	private void createKinds() {
		Fields.label(grid, Messages.Kind_label);
		Composite kinds = new Composite(grid, SWT.NONE);
		RowLayoutFactory.fillDefaults().spacing(15).applyTo(kinds);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(kinds);
		Fields.accessibleName(kinds, Messages.Kind_label);
		Button policy = new Button(kinds, SWT.RADIO);
		Fields.bind(policy, Messages.Kind_policy_label, ConnectionFields.POLICY, !form.entra(), chosen -> choose(!chosen));
		Button entra = new Button(kinds, SWT.RADIO);
		Fields.bind(entra, Messages.Kind_entra_label, ConnectionFields.ENTRA, form.entra(), this::choose);
		made();
	}

	/** Controls that were made since this was asked last. */
	private List<Control> made() {
		List<Control> all = List.of(grid.getChildren());
		List<Control> fresh = all.subList(known, all.size());
		known = all.size();
		return fresh;
	}

	private void choose(boolean entra) {
		if (form.entra() != entra) {
			form.setEntra(entra);
			showKind();
			makeRoom();
			changed.run();
		}
	}

	private void showKind() {
		forPolicy.forEach(control -> show(control, !form.entra()));
		forEntra.forEach(control -> show(control, form.entra()));
		grid.requestLayout();
		ScrolledArea.fitAround(grid);
	}

	private static void show(Control control, boolean shown) {
		control.setVisible(shown);
		GridData data = control.getLayoutData() instanceof GridData set ? set : new GridData();
		data.exclude = !shown;
		control.setLayoutData(data);
	}

	/** A window that was opened for fewer fields grows; none ever shrinks under the pointer. */
	private void makeRoom() {
		Shell shell = grid.getShell();
		Point size = shell.getSize();
		int wanted = shell.computeSize(size.x, SWT.DEFAULT).y;
		if (wanted > size.y) {
			shell.setSize(size.x, wanted);
		}
	}

	private static void hint(Composite grid, String text) {
		Fields.label(grid, "");
		Label hint = new Label(grid, SWT.WRAP);
		hint.setText(text);
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
		if (form.entra()) {
			hostName.setFocus();
		} else {
			connectionString.setFocus();
		}
	}
}
