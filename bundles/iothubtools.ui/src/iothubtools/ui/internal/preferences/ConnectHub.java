// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.hubs.HubConnection;

/** Connects to a hub without a detour over the preferences: the same dialog, which then stores at once. */
public final class ConnectHub {

	private ConnectHub() {
	}

	/** Opens the dialog; the connection that was stored, or null when the person cancelled. */
	public static @Nullable HubConnection open(Shell shell) {
		return open(shell, "");
	}

	/**
	 * The same with what is known already.
	 *
	 * @param connectionString of the hub; empty if it is to be entered
	 */
	public static @Nullable HubConnection open(Shell shell, String connectionString) {
		HubConnections connections = IotHubCore.get().connections();
		AtomicReference<@Nullable HubConnection> made = new AtomicReference<>();
		ConnectionForm form = ConnectionForm
				.create(connections.all().stream().map(HubConnection::name).toList());
		if (!connectionString.isEmpty()) {
			form.setConnectionString(connectionString);
		}
		HubConnectionDialog dialog = new HubConnectionDialog(shell, Messages.Connect_title, form, (connection, key) -> {
			if (connection.isEntra()) {
				connections.saveWithoutKey(connection);
				made.set(connection);
			} else if (key != null) {
				connections.save(connection, key);
				made.set(connection);
			}
		});
		return dialog.open() == Window.OK ? made.get() : null;
	}
}
