// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.inspect;

import java.time.Clock;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.inspect.InspectedText;
import iothubtools.ui.internal.forms.Fields;

/** What a text says of itself, and what is known of its key and of the hub's clock. */
final class FactRows {

	private final Text kind;
	private final Text scope;
	private final Text expiry;
	private final Text key;
	private final Text clock;

	FactRows(Composite form) {
		kind = row(form, Messages.Kind_label, InspectFields.KIND, 1);
		scope = row(form, Messages.Scope_label, InspectFields.SCOPE, 2);
		expiry = row(form, Messages.Expiry_label, InspectFields.EXPIRY, 1);
		key = row(form, Messages.Match_label, InspectFields.MATCH, 2);
		clock = row(form, Messages.Clock_label, InspectFields.CLOCK, 1);
	}

	private static Text row(Composite form, String label, String id, int lines) {
		Fields.label(form, label).setLayoutData(GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).create());
		Text text = Fields.readOnly(form, SWT.WRAP, id);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(InspectDialog.width(text), text.getLineHeight() * lines).applyTo(text);
		return text;
	}

	/** Shows a text, or nothing; what needs the hub is not known yet. */
	void show(@Nullable InspectedText text) {
		if (text == null) {
			List.of(kind, scope, expiry, key, clock).forEach(field -> field.setText(""));
			return;
		}
		kind.setText(InspectTexts.kind(text));
		scope.setText(InspectTexts.scope(text));
		expiry.setText(InspectTexts.expiry(text, Clock.systemUTC()));
		key.setText(Messages.After_check);
		clock.setText(Messages.After_check);
	}

	void key(String finding) {
		key.setText(finding);
	}

	void clock(String finding) {
		clock.setText(finding);
	}
}
