// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.names.DeviceIds;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.project.DeviceActivity;
import iothubtools.core.project.JavaPackages;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;

/** The rules for a project of a device, one method each, in the order of the fields. */
final class DeviceProjectRules {

	static final List<Rule<DeviceProjectModel>> ALL = List.of(DeviceProjectRules::name, DeviceProjectRules::hub, DeviceProjectRules::deviceId,
			DeviceProjectRules::does, DeviceProjectRules::packageName);

	/** What most file systems take for the name of a file, less what a launch configuration has behind that of the project. */
	private static final int MOST_BYTES = 255 - ".launch".length();

	private DeviceProjectRules() {
	}

	static @Nullable Finding name(DeviceProjectModel model) {
		String name = model.name();
		if (name.isEmpty()) {
			return Finding.missing(DeviceProjectFields.NAME, Messages.Name_missing);
		}
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		IStatus possible = workspace.validateName(name, IResource.PROJECT);
		if (!possible.isOK()) {
			return Finding.error(DeviceProjectFields.NAME, possible.getMessage());
		}
		if (workspace.getRoot().getProject(name).exists()) {
			return Finding.error(DeviceProjectFields.NAME, NLS.bind(Messages.Name_taken, name));
		}
		if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			return Finding.error(DeviceProjectFields.NAME, Messages.Name_long);
		}
		IPath place = workspace.getRoot().getLocation();
		return place != null && place.append(name).toFile().exists()
				? Finding.error(DeviceProjectFields.NAME, NLS.bind(Messages.Folder_taken, place.append(name).toOSString()))
				: null;
	}

	static @Nullable Finding hub(DeviceProjectModel model) {
		HubConnection hub = model.hub();
		if (hub == null) {
			return Finding.missing(DeviceProjectFields.HUB, Messages.Hub_missing);
		}
		return hub.isEventHub() ? Finding.error(DeviceProjectFields.HUB, NLS.bind(Messages.Hub_endpoint, hub.name())) : null;
	}

	static @Nullable Finding deviceId(DeviceProjectModel model) {
		String id = model.deviceId();
		if (id.isEmpty()) {
			return Finding.missing(DeviceProjectFields.DEVICE_ID, Messages.Device_id_missing);
		}
		String problem = DeviceIds.problem(id);
		if (problem != null) {
			return Finding.error(DeviceProjectFields.DEVICE_ID, NLS.bind(Messages.Device_id_problem, problem));
		}
		String warning = DeviceIds.warning(id);
		if (warning == null && model.hasCertificate()) {
			return Finding.warning(DeviceProjectFields.DEVICE_ID, NLS.bind(Messages.Device_certificate, id));
		}
		return warning == null ? null : Finding.warning(DeviceProjectFields.DEVICE_ID, NLS.bind(Messages.Device_id_problem, warning));
	}

	static @Nullable Finding does(DeviceProjectModel model) {
		return model.does().isEmpty() ? Finding.missing(DeviceProjectFields.does(DeviceActivity.TELEMETRY), Messages.Does_missing) : null;
	}

	static @Nullable Finding packageName(DeviceProjectModel model) {
		String name = model.packageName();
		if (name.isEmpty()) {
			return Finding.missing(DeviceProjectFields.PACKAGE, Messages.Package_missing);
		}
		return JavaPackages.isPossible(name) ? null : Finding.error(DeviceProjectFields.PACKAGE, NLS.bind(Messages.Package_problem, name));
	}
}
