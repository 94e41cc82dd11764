// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import iothubtools.ui.internal.UiIds;

/** Whether it is told in a corner of the screen that work has ended well; a preference of the workspace. */
public final class NoticePreferences {

	/** Unless a person says otherwise. */
	public static final int DEFAULT_SECONDS = 5;

	private static final String NOTIFIES = "notifySuccess";
	private static final String SECONDS = "notifySuccessSeconds";
	/** An IDE may come without. */
	private static final String PLUGIN = "org.eclipse.jface.notifications";

	private NoticePreferences() {
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode(UiIds.BUNDLE);
	}

	/** Whether this IDE can show something in a corner at all. */
	public static boolean possible() {
		return Platform.getBundle(PLUGIN) != null;
	}

	/** Whether it is told. */
	public static boolean notifies() {
		return node().getBoolean(NOTIFIES, true);
	}

	/** Only of work that took this long or longer. */
	public static int seconds() {
		return Math.max(0, node().getInt(SECONDS, DEFAULT_SECONDS));
	}

	/** Stores both. */
	public static void store(boolean notifies, int seconds) {
		IEclipsePreferences node = node();
		node.putBoolean(NOTIFIES, notifies);
		node.putInt(SECONDS, seconds);
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(NoticePreferences.class).error("The preferences of notifications were not stored", e);
		}
	}
}
