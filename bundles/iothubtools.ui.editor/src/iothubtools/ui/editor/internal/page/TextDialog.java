// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.internal.HelpContext;

/** A dialog which says in a line or some what stands below that, and of a size that a person may change. */
public abstract class TextDialog extends TrayDialog {

	private static final int CHARACTERS = 80;

	private final String title;
	private final String label;

	/** A dialog that is not open yet. */
	protected TextDialog(Shell parent, String title, String label) {
		super(parent);
		this.title = title;
		this.label = label;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** Makes what stands below the lines, in a one-column parent. */
	protected abstract void createContent(Composite area);

	@Override
	protected void configureShell(@Nullable Shell shell) {
		super.configureShell(shell);
		if (shell != null) {
			shell.setText(title);
			HelpContext.set(shell, getClass());
		}
	}

	@Override
	protected final Control createDialogArea(@Nullable Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Label text = new Label(area, SWT.WRAP);
		// in an ID or etag it is no mnemonic
		text.setText(label.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(CHARACTERS), SWT.DEFAULT).applyTo(text);
		createContent(area);
		return area;
	}
}
