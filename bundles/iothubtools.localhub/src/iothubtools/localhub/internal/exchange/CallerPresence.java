// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.exchange;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/** Whether somebody still waits for the reply to a request. What takes long looks at it, lest it be done for nobody. */
public final class CallerPresence {

	private volatile boolean over;
	/** What happens when it is over; null while there is nothing, as for most requests. */
	private @Nullable List<Runnable> actions;

	/** Whether nobody waits any more. */
	public boolean isOver() {
		return over;
	}

	/** Nobody waits any more: the connection is gone. */
	public void end() {
		List<Runnable> due;
		synchronized (this) {
			over = true;
			due = actions;
			actions = null;
		}
		if (due != null) {
			due.forEach(Runnable::run);
		}
	}

	/**
	 * Does something when nobody waits any more, at once when that is so already.
	 *
	 * @param action short, never blocks
	 * @return what forgets the action
	 */
	public Runnable atEnd(Runnable action) {
		synchronized (this) {
			if (!over) {
				List<Runnable> known = actions;
				if (known == null) {
					known = new ArrayList<>(1);
					actions = known;
				}
				known.add(action);
				return () -> forget(action);
			}
		}
		action.run();
		return () -> { };
	}

	private synchronized void forget(Runnable action) {
		List<Runnable> known = actions;
		if (known != null) {
			known.remove(action);
		}
	}
}
