// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.ImportDevicesOperation;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.tasks.Destructive;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.WizardButtons;

/**
 * Creates the devices of a file. Finish on the preview creates and turns to what became of each line; from there the same file is imported once
 * more, where something was left to do, and Close leaves.
 */
public final class ImportWizard extends Wizard implements IImportWizard {

	private static final Set<String> EXTENSIONS = Set.of("csv", "json", "jsonl", "ndjson");

	private final ImportModel model = new ImportModel();
	private final ImportPreviewPage preview = new ImportPreviewPage(model, this::check);
	private final ImportOutcomePage outcome = new ImportOutcomePage(this::importFile);

	public ImportWizard() {
		setWindowTitle(Messages.Import_title);
		setNeedsProgressMonitor(true);
		setDefaultPageImageDescriptor(HubImages.WIZARD_IMPORT_DEVICES.descriptor());
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		model.setHub(HubChoice.hub(selection));
		IFile file = selection == null ? null : Adapters.adapt(selection.getFirstElement(), IFile.class);
		IPath location = file == null ? null : file.getLocation();
		if (location != null && EXTENSIONS.contains(String.valueOf(location.getFileExtension()).toLowerCase(Locale.ROOT))) {
			model.setFile(location.toOSString());
		}
	}

	/** Begins with a file, as one that was dropped on a hub. */
	public void setFile(String file) {
		model.setFile(file);
	}

	@Override
	public void addPages() {
		addPage(new ImportSourcePage(model));
		addPage(preview);
		addPage(outcome);
	}

	/** Not before the preview was seen: what a file is taken for may surprise. */
	@Override
	public boolean canFinish() {
		IWizardPage current = getContainer().getCurrentPage();
		return current == outcome || current == preview && preview.isReady();
	}

	@Override
	public @Nullable IWizardPage getNextPage(@Nullable IWizardPage page) {
		// what became of it comes after Finish
		return page == preview ? null : super.getNextPage(page);
	}

	@Override
	public boolean performFinish() {
		if (getContainer().getCurrentPage() == outcome) {
			return true;
		}
		importFile();
		return false;
	}

	private void importFile() {
		ImportDevicesOperation operation = model.operation(false);
		if (operation == null || !Destructive.allowed(getShell(), List.of(operation.connection()), Messages.Import_title, Messages.Import_button)) {
			return;
		}
		try {
			TaskOutcome became = run(operation);
			outcome.show(became, operation.connection());
			getContainer().showPage(outcome);
			WizardButtons.done(getContainer(), true);
		} catch (CoreException e) {
			failed(e.getStatus(), this::importFile);
		}
	}

	private void check() {
		ImportDevicesOperation operation = model.operation(true);
		if (operation == null) {
			return;
		}
		try {
			preview.checked(operation.connection(), run(operation));
		} catch (CoreException e) {
			failed(e.getStatus(), this::check);
		}
	}

	private TaskOutcome run(ImportDevicesOperation operation) throws CoreException {
		return HubWork.run(getContainer(), monitor -> IotHubCore.get().operations().run(operation, monitor));
	}

	private void failed(IStatus status, Runnable again) {
		IWizardPage current = getContainer().getCurrentPage();
		if (current == outcome) {
			outcome.failed(status);
		} else if (current instanceof FormPage page) {
			page.failed(status, again);
		}
	}

	@Override
	public void dispose() {
		preview.stop();
		super.dispose();
	}
}
