// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.inspect;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.inspect.CheckStep;
import iothubtools.client.inspect.StepOutcome;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;

/** A row for each step of the check: its name, how it ended and what was found. */
final class StepRows {

	private static final int RESULT_CHARS = 11;

	private final Map<CheckStep, Label> results = new EnumMap<>(CheckStep.class);
	private final Map<CheckStep, Text> details = new EnumMap<>(CheckStep.class);

	StepRows(Composite form) {
		for (CheckStep step : CheckStep.values()) {
			Fields.label(form, InspectTexts.name(step)).setLayoutData(GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).create());
			Label result = WidgetIds.mark(new Label(form, SWT.NONE), InspectFields.result(step));
			GridDataFactory.swtDefaults().align(SWT.FILL, SWT.BEGINNING).hint(Fields.characters(result, RESULT_CHARS), SWT.DEFAULT)
					.applyTo(result);
			results.put(step, result);
			Text detail = Fields.readOnly(form, SWT.WRAP, InspectFields.step(step));
			// the word before it is the result, not what was done
			Fields.accessibleName(detail, InspectTexts.name(step));
			GridDataFactory.fillDefaults().grab(true, false).hint(InspectDialog.width(detail), detail.getLineHeight() * lines(step)).applyTo(detail);
			details.put(step, detail);
		}
	}

	/** Those that may have much to tell have room for it. */
	private static int lines(CheckStep step) {
		return step == CheckStep.TLS ? 3 : step == CheckStep.AUTHENTICATION || step == CheckStep.TCP ? 2 : 1;
	}

	void clear(String result) {
		for (CheckStep step : CheckStep.values()) {
			show(step, result, "");
		}
	}

	void show(StepOutcome outcome) {
		show(outcome.step(), InspectTexts.result(outcome.result()), outcome.detail());
	}

	private void show(CheckStep step, String result, String detail) {
		Label label = results.get(step);
		Text text = details.get(step);
		if (label != null && text != null) {
			label.setText(result);
			text.setText(detail);
		}
	}
}
