// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import java.io.File;

import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;

/** Names for projects of devices. */
final class ProjectNames {

	private ProjectNames() {
	}

	/** The id of a device as far as folders of any system can be called so, with a number where that is taken; empty for no device. */
	static String free(String deviceId) {
		String name = deviceId.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
		if (name.isEmpty()) {
			return "";
		}
		String candidate = name;
		for (int i = 2; isTaken(candidate); i++) {
			candidate = name + '-' + i;
		}
		return candidate;
	}

	private static boolean isTaken(String name) {
		IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
		IPath place = root.getLocation();
		return root.getProject(name).exists() || place != null && new File(place.toFile(), name).exists();
	}
}
