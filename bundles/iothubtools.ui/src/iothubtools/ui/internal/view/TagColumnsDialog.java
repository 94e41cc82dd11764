// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** Asks which tags have columns. */
final class TagColumnsDialog extends InputDialog {

	private TagColumnsDialog(Shell parent, TagColumns now) {
		super(parent, Messages.Tags_title, Messages.Tags_message, now.text(), text -> TagColumns.problem(text == null ? "" : text));
	}

	/** The tags that somebody wants columns for; null if it was cancelled. */
	static @Nullable String ask(Shell parent, TagColumns now) {
		TagColumnsDialog dialog = new TagColumnsDialog(parent, now);
		return HelpContext.open(dialog, TagColumnsDialog.class) == Window.OK ? dialog.getValue() : null;
	}

	@Override
	protected Control createDialogArea(@Nullable Composite parent) {
		Control area = super.createDialogArea(parent);
		Fields.accessibleName(WidgetIds.mark(getText(), WidgetIds.TAG_PATHS), Messages.Tags_accessible);
		return area;
	}
}
