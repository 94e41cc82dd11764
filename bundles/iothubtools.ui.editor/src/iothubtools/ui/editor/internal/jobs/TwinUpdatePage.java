// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.editor.internal.json.JsonField;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** What a job changes of the twin of each device. */
final class TwinUpdatePage extends FormPage {

	private static final int LINES = 7;
	private static final int WIDTH = 200;

	private final JobModel model;
	private @Nullable JsonField first;

	TwinUpdatePage(JobModel model) {
		super("twinUpdate", Messages.Twin_title, Messages.Twin_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.twin();
	}

	@Override
	protected void createFields(Composite parent) {
		first = json(parent, Messages.Tags_label, JobFields.TAGS, Messages.Tags_accessible, model.tags(), model::setTags);
		json(parent, Messages.Desired_label, JobFields.DESIRED, Messages.Desired_accessible, model.desired(), model::setDesired);
	}

	private JsonField json(Composite parent, String label, String id, String accessible, String value, Consumer<String> setter) {
		Fields.labelAbove(parent, label);
		JsonField field = new JsonField(parent, id, accessible, text -> {
			setter.accept(text);
			changed();
		});
		field.begin(value);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, field.widget().getLineHeight() * LINES)
				.minSize(WIDTH, field.widget().getLineHeight() * 2).indent(Fields.MARK, 0).applyTo(field.widget());
		decorations.add(field.widget());
		return field;
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		JsonField field = first;
		if (visible && field != null) {
			field.widget().setFocus();
		}
	}

	/** This is the last one. */
	@Override
	public @Nullable IWizardPage getNextPage() {
		return null;
	}
}
