// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.ClipboardPreferences;
import iothubtools.ui.internal.forms.Fields;

/** Whether secrets are taken off the clipboard again, and when. */
final class ClipboardFields {

	private static final int SHORTEST = 5;
	private static final int LONGEST = 3600;

	private boolean clears = ClipboardPreferences.clears();
	private int seconds = ClipboardPreferences.seconds();

	void create(Composite page) {
		Composite line = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(line);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(line);
		Button clear = Fields.choice(line, SWT.CHECK, Messages.Clear_clipboard_label, ConnectionFields.CLEAR_CLIPBOARD, clears,
				selected -> clears = selected);
		Spinner after = WidgetIds.mark(new Spinner(line, SWT.BORDER), ConnectionFields.CLEAR_CLIPBOARD_SECONDS);
		after.setValues(seconds, Math.min(SHORTEST, seconds), LONGEST, 0, SHORTEST, 60);
		after.addModifyListener(event -> seconds = after.getSelection());
		Fields.accessibleName(after, Messages.Clear_clipboard_accessible);
		new Label(line, SWT.NONE).setText(Messages.Clear_clipboard_seconds);
		clear.setToolTipText(Messages.Clear_clipboard_hint);
	}

	void apply() {
		if (clears != ClipboardPreferences.clears() || seconds != ClipboardPreferences.seconds()) {
			ClipboardPreferences.store(clears, seconds);
		}
	}
}
