// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;

import iothubtools.core.operations.ExportDevicesOperation;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.forms.Confirmation;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.wizards.HubChoice;
import iothubtools.ui.internal.wizards.WizardSettings;

/** Writes devices of a hub to a file. Finish begins a job and closes; how it ended is told when it has. */
public final class ExportWizard extends Wizard implements IExportWizard {

	private static final String FORMAT = "format";
	private static final String FOLDER = "folder";

	private final IDialogSettings settings = WizardSettings.of("exportDevices");
	private ExportModel model = new ExportModel(Map.of());

	public ExportWizard() {
		setWindowTitle(Messages.Export_title);
		setDefaultPageImageDescriptor(HubImages.WIZARD_EXPORT_DEVICES.descriptor());
		setDialogSettings(settings);
	}

	@Override
	public void init(@Nullable IWorkbench workbench, @Nullable IStructuredSelection selection) {
		Map<String, List<String>> devices = HubSelection.devices(selection).stream()
				.collect(Collectors.groupingBy(device -> device.connection().id(), LinkedHashMap::new,
						Collectors.mapping(DeviceNode::deviceId, Collectors.toList())));
		model = new ExportModel(devices);
		model.setFormat(WizardSettings.choice(settings, FORMAT, ExportFormat.CSV));
		model.setHub(HubChoice.hub(selection));
		String folder = WizardSettings.text(settings, FOLDER, "");
		model.setFolder(!folder.isEmpty() && Files.isDirectory(Path.of(folder)) ? folder : System.getProperty("user.home", ""));
	}

	@Override
	public void addPages() {
		addPage(new ExportPage(model));
	}

	@Override
	public boolean performFinish() {
		// it may have come, or gone, since it was looked for
		model.part();
		ExportDevicesOperation operation = model.operation();
		if (operation == null || Files.exists(operation.file()) && !mayOverwrite(operation.file())) {
			return false;
		}
		settings.put(FORMAT, model.format().name());
		settings.put(FOLDER, String.valueOf(operation.file().getParent()));
		ExportRun.start(operation);
		return true;
	}

	private boolean mayOverwrite(Path file) {
		return Confirmation.given(getShell(), Messages.Overwrite_title, NLS.bind(Messages.Overwrite_question, file), Messages.Overwrite_button);
	}
}
