// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.Locale;

import org.eclipse.osgi.util.NLS;

/** Numbers of a task on many, as people read them. */
public final class TaskCounts {

	private TaskCounts() {
	}

	/** With what stands between thousands, as "10,000". */
	public static String number(long count) {
		return String.format(Locale.getDefault(), "%,d", count);
	}

	/** How far it is. */
	static String progress(int done, int all) {
		return NLS.bind(Messages.Bulk_progress, number(done), number(all));
	}
}
