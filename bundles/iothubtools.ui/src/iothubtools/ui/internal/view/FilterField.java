// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** The filter above the rows. Escape clears it, Escape again and Arrow Down go to the rows. */
final class FilterField {

	private final Text text;
	private final Runnable leave;

	FilterField(Composite parent, Consumer<String> changed, Runnable leave) {
		this.leave = leave;
		text = WidgetIds.mark(new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), WidgetIds.FILTER);
		text.setMessage(Messages.Filter_hint);
		text.setToolTipText(Messages.Filter_toolTip);
		Fields.accessibleName(text, Messages.Filter_hint);
		text.addListener(SWT.Modify, event -> changed.accept(text.getText()));
		text.addListener(SWT.KeyDown, this::key);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
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
