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
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.tasks.NoticePreferences;

/** Whether it is told in a corner of the screen that work has ended well. */
final class NoticeFields {

	private static final int LONGEST = 3600;

	private boolean notifies = NoticePreferences.notifies();
	private int seconds = NoticePreferences.seconds();

	/** Nothing where Eclipse cannot show it. */
	void create(Composite page) {
		if (!NoticePreferences.possible()) {
			return;
		}
		Composite line = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(line);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(line);
		Button notify = Fields.choice(line, SWT.CHECK, Messages.Notify_label, ConnectionFields.NOTIFY, notifies, selected -> notifies = selected);
		Spinner after = WidgetIds.mark(new Spinner(line, SWT.BORDER), ConnectionFields.NOTIFY_SECONDS);
		after.setValues(seconds, 0, LONGEST, 0, 1, 10);
		after.addModifyListener(event -> seconds = after.getSelection());
		Fields.accessibleName(after, Messages.Notify_accessible);
		new Label(line, SWT.NONE).setText(Messages.Notify_seconds);
		notify.setToolTipText(Messages.Notify_hint);
	}

	void apply() {
		if (notifies != NoticePreferences.notifies() || seconds != NoticePreferences.seconds()) {
			NoticePreferences.store(notifies, seconds);
		}
	}
}
