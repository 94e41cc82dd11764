// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.ToolTips;
import iothubtools.ui.internal.WidgetIds;

/**
 * The filter above rows; one that is wrong has a mark before it that says why, and so does its tool tip. Escape clears it, Escape again and Arrow
 * Down go to the rows.
 */
public abstract class FilterText {

	/** The width of the mark before the field. */
	protected static final int MARK = FieldDecorationRegistry.getDefault().getMaximumDecorationWidth();

	private final Text text;
	private final String toolTip;
	private final ControlDecoration error;
	private final Runnable leave;

	/**
	 * @param id    of the widget
	 * @param leave goes to the rows
	 */
	protected FilterText(Composite parent, String id, String hint, String accessibleName, String toolTip, Runnable leave) {
		this.toolTip = toolTip;
		this.leave = leave;
		text = WidgetIds.mark(new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), id);
		text.setMessage(hint);
		text.setToolTipText(toolTip);
		Fields.accessibleName(text, accessibleName);
		error = new ControlDecoration(text, SWT.TOP | SWT.LEFT);
		error.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		error.hide();
		text.addListener(SWT.Modify, event -> edited());
		text.addListener(SWT.KeyDown, this::key);
	}

	/**
	 * Takes another filter.
	 *
	 * @return what is wrong with it; null for nothing
	 */
	protected abstract @Nullable String filter(String filter);

	private void edited() {
		String problem = filter(text.getText());
		ToolTips.show(text, problem == null ? toolTip : problem);
		if (problem == null) {
			error.hide();
		} else {
			error.setDescriptionText(problem);
			error.show();
		}
	}

	private void key(Event event) {
		if (event.keyCode == SWT.ARROW_DOWN || event.character == SWT.ESC && text.getText().isEmpty()) {
			leave.run();
			event.doit = false;
		} else if (event.character == SWT.ESC) {
			text.setText("");
			event.doit = false;
		}
	}

	/** The field, which whoever made it lays out with room for the {@link #MARK}. */
	public Text control() {
		return text;
	}

	/** What is typed. */
	public String text() {
		return text.getText();
	}

	/** Types it for the person. */
	public void setText(String filter) {
		text.setText(filter);
	}

	/** Goes to it, so that what is typed next takes the place of what is there. */
	public void setFocus() {
		text.setFocus();
		text.selectAll();
	}
}
