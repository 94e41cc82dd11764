// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** What the twin of a new device begins with; may be left empty. */
final class TwinPage extends FormPage {

	private static final int LINES = 6;

	private final NewDeviceModel model;

	TwinPage(NewDeviceModel model) {
		super("newDeviceTwin", Messages.Twin_title, Messages.Twin_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return Findings.of(model, NewDeviceRules.TWIN);
	}

	@Override
	protected void createFields(Composite parent) {
		json(parent, Messages.Tags_label, NewDeviceFields.TAGS, model.tags(), model::setTags);
		json(parent, Messages.Desired_label, NewDeviceFields.DESIRED, model.desired(), model::setDesired);
	}

	private void json(Composite parent, String label, String id, String value, Consumer<String> setter) {
		Fields.labelAbove(parent, label);
		Text text = Fields.text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL, id, value, changing(setter));
		text.setFont(JFaceResources.getTextFont());
		Fields.tabLeadsOn(text);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, text.getLineHeight() * LINES).minSize(200, text.getLineHeight() * 2)
				.indent(Fields.MARK, 0).applyTo(text);
		decorations.add(text);
	}

	/** The reply follows only after the device was created. */
	@Override
	public boolean canFlipToNextPage() {
		return false;
	}
}
