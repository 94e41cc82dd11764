// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.telemetry.FilterException;
import iothubtools.core.telemetry.MessageFilter;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** The filter above the messages; one that is wrong is marked, and the one before stays. Escape clears it, Escape again goes to the rows. */
final class MessageFilterField {

	private final Text text;
	private final ControlDecoration error;
	private final Consumer<MessageFilter> changed;
	private final Runnable leave;

	MessageFilterField(Composite parent, Consumer<MessageFilter> changed, Runnable leave) {
		this.changed = changed;
		this.leave = leave;
		text = WidgetIds.mark(new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), WidgetIds.MONITOR_FILTER);
		text.setMessage(Messages.Filter_hint);
		text.setToolTipText(Messages.Filter_toolTip);
		Fields.accessibleName(text, Messages.Filter_accessible);
		error = new ControlDecoration(text, SWT.TOP | SWT.LEFT);
		error.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		error.hide();
		// the mark stands before it
		GridDataFactory.fillDefaults().grab(true, false)
				.indent(FieldDecorationRegistry.getDefault().getMaximumDecorationWidth() + LayoutConstants.getSpacing().x, 0).applyTo(text);
		text.addListener(SWT.Modify, event -> edited());
		text.addListener(SWT.KeyDown, this::key);
	}

	private void edited() {
		try {
			changed.accept(MessageFilter.parse(text.getText()));
			text.setToolTipText(Messages.Filter_toolTip);
			error.hide();
		} catch (FilterException e) {
			String problem = String.valueOf(e.getMessage());
			text.setToolTipText(problem);
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

	Text control() {
		return text;
	}

	String text() {
		return text.getText();
	}

	void setText(String filter) {
		text.setText(filter);
	}

	void setFocus() {
		text.setFocus();
		text.selectAll();
	}
}
