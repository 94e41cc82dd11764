// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.localhub.LocalHubService;

/** The consumer groups in which the messages of each hub were read, the last one first. */
final class ConsumerGroups {

	private static final int MOST = 8;
	private static final String SEPARATOR = "/";

	private ConsumerGroups() {
	}

	/** With the one that each hub has; never empty. */
	static List<String> of(HubConnection connection) {
		String kept = settings().get(connection.id());
		List<String> groups = new ArrayList<>(kept == null ? List.of() : Arrays.stream(kept.split(SEPARATOR)).filter(name -> !name.isBlank()).toList());
		if (!groups.contains(TelemetryRequest.DEFAULT_GROUP)) {
			groups.add(TelemetryRequest.DEFAULT_GROUP);
		}
		return groups;
	}

	/** Whether nobody has to be asked: the group was chosen before, or is nobody else's. */
	static boolean isSettled(HubConnection connection) {
		return LocalHubService.isLocal(connection) || settings().get(connection.id()) != null;
	}

	/** Messages were read in this one. */
	static void used(HubConnection connection, String group) {
		List<String> groups = of(connection);
		groups.remove(group);
		groups.add(0, group);
		settings().put(connection.id(), String.join(SEPARATOR, groups.subList(0, Math.min(MOST, groups.size()))));
	}

	private static IDialogSettings settings() {
		return DialogSettings.getOrCreateSection(
				PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(ConsumerGroups.class)).getDialogSettings(), "consumerGroups");
	}
}
