// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.VerifyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.FieldDecorations;
import iothubtools.ui.internal.forms.Fields;

/**
 * The connection string. Its key is masked unless it is to be shown: at once after pasting, and when the field is left
 * after typing, so that what is being typed never changes under the cursor.
 */
final class ConnectionStringField {

	private final ConnectionForm form;
	private final Runnable edited;
	private final Text text;
	private boolean following;
	private boolean pasted;
	private boolean revealed;

	ConnectionStringField(Composite grid, ConnectionForm form, Runnable edited) {
		this.form = form;
		this.edited = edited;
		text = Fields.text(grid, Messages.Connection_string_label, ConnectionFields.CONNECTION_STRING,
				form.connectionString(false), value -> modified(value));
		GridDataFactory.createFrom((GridData) text.getLayoutData()).span(2, 1).hint(480, SWT.DEFAULT).applyTo(text);
		VerifyListener verify = event -> pasted = event.text.length() > 1;
		text.addVerifyListener(verify);
		text.addFocusListener(FocusListener.focusLostAdapter(event -> follow()));
	}

	private void modified(String value) {
		if (following) {
			return;
		}
		form.setConnectionString(value);
		edited.run();
		if (pasted) {
			// not now: the paste is still going on
			text.getDisplay().asyncExec(this::follow);
		}
	}

	/** Shows the parts as they are now; keeps a text that is not possible, for the person to mend it. */
	void follow() {
		if (text.isDisposed() || form.connectionStringProblem() != null) {
			return;
		}
		String value = form.connectionString(revealed);
		if (!text.getText().equals(value)) {
			following = true;
			text.setText(value);
			following = false;
		}
	}

	void reveal(boolean shown) {
		revealed = shown;
		follow();
	}

	void addTo(FieldDecorations decorations) {
		decorations.add(text);
	}

	void setFocus() {
		text.setFocus();
	}
}
