// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import iothubtools.ui.internal.HelpContext;

/** A dialog with fields below its title, which its window bears, too, and of a size that a person may change. */
public abstract class FormDialog extends TitleAreaDialog {

	private static final int MARGIN = 10;

	private final String title;

	/** A dialog that is not open yet. */
	protected FormDialog(Shell parent, String title) {
		super(parent);
		this.title = title;
	}

	/** Makes the fields in the room below the title, which is scrolled where the window is too small for them. */
	protected abstract void createFields(Composite area);

	/** A grid for the fields, with room at all sides of it. */
	protected static Composite form(Composite area, int columns) {
		Composite form = Fields.grid(area, columns);
		GridLayoutFactory.createFrom((GridLayout) form.getLayout()).margins(MARGIN, MARGIN).applyTo(form);
		return form;
	}

	/** Makes what stands below the fields and is not scrolled; nothing here. */
	protected void createBelow(Composite area) {
		// fields are enough
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

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
		setTitle(title);
		createFields(new ScrolledArea(area).content());
		createBelow(area);
		return area;
	}
}
