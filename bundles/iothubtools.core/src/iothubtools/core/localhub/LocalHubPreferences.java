// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.localhub;

import org.eclipse.core.runtime.ILog;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * What a person set for the local hub of the IDE.
 *
 * @param root where it is kept
 */
public record LocalHubPreferences(Preferences root) {

	private static final String SYNC = "localHubSync";

	/** Whether the hub waits for the disk before it confirms a write, for power cuts. */
	boolean sync() {
		return root.getBoolean(SYNC, false);
	}

	void sync(boolean waits) {
		if (waits) {
			root.putBoolean(SYNC, true);
		} else {
			root.remove(SYNC);
		}
		try {
			root.flush();
		} catch (BackingStoreException e) {
			ILog.of(LocalHubPreferences.class).error("The setting of the local hub cannot be written to the preferences", e);
		}
	}
}
