// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** Which devices are to run a method, and what. */
final class InvokeMethodPage extends FormPage {

	private static final int DEVICE_LINES = 3;

	private final MethodModel model;
	private @Nullable MethodForm form;

	InvokeMethodPage(MethodModel model, String hub) {
		super("invokeMethod", Messages.Many_title, NLS.bind(Messages.Many_description, hub));
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.findings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, MethodForm.COLUMNS);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		Text devices = lines(grid, Messages.Many_devices, MethodIds.DEVICES, model.devices(), model::setDevices);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, devices.getLineHeight() * DEVICE_LINES).applyTo(devices);
		devices.setToolTipText(Messages.Many_devices_tooltip);
		form = new MethodForm(grid, model, decorations, this::changed);
	}

	/** Proposes names of methods that were run before. */
	void propose(List<String> names) {
		MethodForm fields = form;
		if (fields != null && getControl() != null && !getControl().isDisposed()) {
			fields.propose(names);
		}
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		MethodForm fields = form;
		if (visible && fields != null) {
			fields.setFocus();
		}
	}

	/** What became of it follows only after it was run. */
	@Override
	public boolean canFlipToNextPage() {
		return false;
	}

	/** This is the first page, even if the wizard came to it from the other. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
