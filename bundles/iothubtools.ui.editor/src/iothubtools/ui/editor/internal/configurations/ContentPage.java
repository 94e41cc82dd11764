// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.editor.internal.json.JsonField;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** What is configured, as JSON. It can be read only once there is such a configuration. */
final class ContentPage extends FormPage {

	private static final int LINES = 14;
	private static final int WIDTH = 300;

	private final ConfigurationModel model;
	private @Nullable JsonField field;

	ContentPage(ConfigurationModel model) {
		super("configurationContent", Messages.Content_title, model.changes() ? Messages.Content_fixed : Messages.Content_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.ofContent();
	}

	@Override
	protected void createFields(Composite parent) {
		Fields.labelAbove(parent, Messages.Content_label);
		JsonField json = new JsonField(parent, ConfigurationFields.CONTENT, Messages.Content_accessible, text -> {
			model.setContent(text);
			changed();
		});
		json.begin(model.content());
		StyledText text = json.widget();
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, text.getLineHeight() * LINES).minSize(WIDTH, text.getLineHeight() * 2).indent(Fields.MARK, 0)
				.applyTo(text);
		text.setEditable(!model.changes());
		decorations.add(text);
		field = json;
	}

	/** Shows what the model holds. */
	void fill() {
		JsonField json = field;
		if (json != null) {
			json.begin(model.content());
		}
		changed();
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		JsonField json = field;
		if (visible && json != null) {
			changed();
			json.widget().setFocus();
		}
	}
}
