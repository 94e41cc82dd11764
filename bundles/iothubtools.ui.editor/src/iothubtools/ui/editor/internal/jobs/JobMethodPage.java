// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.editor.internal.methods.MethodForm;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** The direct method that a job invokes at each device. */
final class JobMethodPage extends FormPage {

	private final JobModel model;
	private @Nullable MethodForm form;

	JobMethodPage(JobModel model) {
		super("jobMethod", Messages.Method_title, Messages.Method_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.ofMethod();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, MethodForm.COLUMNS);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		form = new MethodForm(grid, model.method(), decorations, this::changed);
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		MethodForm fields = form;
		if (visible && fields != null) {
			fields.setFocus();
		}
	}

	/** This is the last one. */
	@Override
	public @Nullable IWizardPage getNextPage() {
		return null;
	}

	/** Not the page that is for twins. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return getWizard().getStartingPage();
	}
}
