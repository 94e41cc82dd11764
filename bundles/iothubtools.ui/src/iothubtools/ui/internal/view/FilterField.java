// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.CellCondition;

/** The filter above the rows. Escape clears it, Escape again and Arrow Down go to the rows. */
final class FilterField {

	private final Text text;
	private final Runnable leave;
	private final ControlDecoration error;

	FilterField(Composite parent, Consumer<String> changed, Runnable leave) {
		this.leave = leave;
		text = WidgetIds.mark(new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), WidgetIds.FILTER);
		text.setMessage(Messages.Filter_hint);
		text.setToolTipText(Messages.Filter_toolTip);
		Fields.accessibleName(text, Messages.Filter_hint);
		text.addListener(SWT.Modify, event -> {
			tellProblem();
			changed.accept(text.getText());
		});
		text.addListener(SWT.KeyDown, this::key);
		error = new ControlDecoration(text, SWT.TOP | SWT.LEFT);
		error.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		error.hide();
		GridDataFactory.fillDefaults().grab(true, false)
				.indent(FieldDecorationRegistry.getDefault().getMaximumDecorationWidth(), 0).applyTo(text);
	}

	private void tellProblem() {
		String problem = CellCondition.problem(text.getText());
		text.setToolTipText(problem == null ? Messages.Filter_toolTip : NLS.bind(Messages.Filter_problem, problem));
		if (problem == null) {
			error.hide();
		} else {
			error.setDescriptionText(NLS.bind(Messages.Filter_problem, problem));
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

	Text control() {
		return text;
	}

	void setText(String filter) {
		text.setText(filter);
	}

	void setFocus() {
		text.setFocus();
		text.selectAll();
	}
}
