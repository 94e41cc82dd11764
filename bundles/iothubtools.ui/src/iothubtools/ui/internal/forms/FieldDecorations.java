// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Finding.Severity;

/** Marks at the left edge of fields that something is to be said about, with the sentence as their hover. */
public final class FieldDecorations {

	private final Map<String, ControlDecoration> decorations = new LinkedHashMap<>();

	/** Watches over a control that has an id, see {@link WidgetIds}. The layout leaves room at its left. */
	public void add(Control control) {
		ControlDecoration decoration = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
		decoration.hide();
		decorations.put(Fields.id(control), decoration);
	}

	/** Marks the fields that are named in the findings and unmarks the others. What is merely missing is not marked. */
	public void show(Findings findings) {
		decorations.forEach((field, decoration) -> show(decoration, findings.of(field)));
	}

	private static void show(ControlDecoration decoration, @Nullable Finding finding) {
		if (finding == null || finding.severity() == Severity.MISSING || !decoration.getControl().isEnabled()) {
			decoration.hide();
			decoration.setDescriptionText(null);
			return;
		}
		String kind = finding.severity() == Severity.ERROR ? FieldDecorationRegistry.DEC_ERROR
				: FieldDecorationRegistry.DEC_WARNING;
		decoration.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(kind).getImage());
		decoration.setDescriptionText(finding.message());
		decoration.show();
	}
}
