// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

import iothubtools.core.operations.CreateDevicesOperation;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.wizards.ReplyPage;

/** What became of each of many new devices. */
final class CreatedDevicesPage extends ReplyPage {

	private final Runnable another;

	/** @param another leads to the next devices */
	CreatedDevicesPage(Runnable another) {
		super("createdDevices", Messages.Created_many_title, Messages.Outcome_label, NewDeviceFields.OUTCOME);
		this.another = another;
	}

	@Override
	protected void createBelow(Composite page) {
		Fields.button(page, Messages.Another_label, NewDeviceFields.CREATE_ANOTHER, another).setLayoutData(new GridData());
	}

	void show(CreateDevicesOperation operation, TaskOutcome outcome) {
		CreationReport report = new CreationReport(operation.connection(), outcome);
		String summary = NLS.bind(Messages.Created_many_description,
				new Object[] { report.registered().size(), outcome.items().size(), operation.connection().name() });
		setDescription(summary);
		setMessage(report.complete() ? null : summary, report.complete() ? NONE : WARNING);
		show(report.text());
	}

	/** The devices exist: there is nothing to go back to. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
