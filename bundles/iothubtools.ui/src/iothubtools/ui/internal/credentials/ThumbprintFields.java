// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.ToolTips;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;

/** The thumbprints of the certificates of a device: typed, pasted, made of a certificate file, or of a certificate that is made now. */
public final class ThumbprintFields {

	private final ThumbprintsModel model;
	private final Runnable changed;
	private final ThumbprintFiles files;
	private final Composite form;
	private final Text primary;
	private final Text secondary;
	private final Label hint;

	/**
	 * Makes the fields.
	 *
	 * @param deviceId whom a certificate is made for
	 * @param changed  told each change of the model
	 */
	public ThumbprintFields(Composite parent, ThumbprintsModel model, Supplier<String> deviceId, FieldDecorations decorations, Runnable changed) {
		this.model = model;
		this.changed = changed;
		form = Fields.grid(parent, 4);
		files = new ThumbprintFiles(form, model, deviceId, this::follow);
		primary = row(Messages.Primary_thumbprint_label, CredentialFields.PRIMARY_THUMBPRINT, model.primary(),
				Messages.Browse_primary, CredentialFields.BROWSE_PRIMARY, Messages.Make_primary, CredentialFields.MAKE_PRIMARY);
		secondary = row(Messages.Secondary_thumbprint_label, CredentialFields.SECONDARY_THUMBPRINT, model.secondary(),
				Messages.Browse_secondary, CredentialFields.BROWSE_SECONDARY, Messages.Make_secondary, CredentialFields.MAKE_SECONDARY);
		decorations.add(primary);
		decorations.add(secondary);
		createAlgorithm();
		hint = new Label(form, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(4, 1).hint(300, SWT.DEFAULT).applyTo(hint);
		hint.setText(ThumbprintFiles.hint());
		WidgetIds.mark(hint, CredentialFields.THUMBPRINT_HINT);
	}

	/** All of it, to lay it out. */
	public Composite control() {
		return form;
	}

	/** The fields of the thumbprints. */
	public List<Text> texts() {
		return List.of(primary, secondary);
	}

	/** Lets a person enter something, or not. */
	public void setEnabled(boolean enabled) {
		for (Control control : form.getChildren()) {
			control.setEnabled(enabled);
		}
	}

	private Text row(String label, String id, ThumbprintModel thumbprint, String browse, String browseId, String make,
			String makeId) {
		Text text = Fields.text(form, label, id, thumbprint.text(), edited -> {
			thumbprint.setText(edited);
			told();
		});
		Fields.button(form, browse, browseId, () -> files.browse(thumbprint));
		Fields.button(form, make, makeId, () -> files.make(thumbprint));
		return text;
	}

	private void createAlgorithm() {
		Fields.label(form, Messages.Algorithm_label);
		GridDataFactory.swtDefaults().span(3, 1).applyTo(files.algorithm());
	}

	private void follow() {
		primary.setText(model.primary().text());
		secondary.setText(model.secondary().text());
		told();
	}

	private void told() {
		String origins = files.origins();
		// names may have an & of their own
		hint.setText(origins.isEmpty() ? ThumbprintFiles.hint() : origins.replace("&", "&&"));
		ToolTips.show(hint, origins);
		changed.run();
	}
}
