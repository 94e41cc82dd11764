// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.clipboard;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import iothubtools.ui.internal.UiIds;

/** Whether a secret is taken off the clipboard again, and when; a preference of the workspace. */
public final class ClipboardPreferences {

	/** Unless a person says otherwise. */
	public static final int DEFAULT_SECONDS = 60;

	private static final String CLEARS = "clearClipboard";
	private static final String SECONDS = "clearClipboardSeconds";

	private ClipboardPreferences() {
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(UiIds.BUNDLE);
	}

	/** Whether it is. */
	public static boolean clears() {
		return node().getBoolean(CLEARS, true);
	}

	/** How long it stays there. */
	public static int seconds() {
		return Math.max(1, node().getInt(SECONDS, DEFAULT_SECONDS));
	}

	/** Stores both. */
	public static void store(boolean clears, int seconds) {
		IEclipsePreferences node = node();
		node.putBoolean(CLEARS, clears);
		node.putInt(SECONDS, seconds);
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(ClipboardPreferences.class).error("The preferences of the clipboard were not stored", e);
		}
	}
}
