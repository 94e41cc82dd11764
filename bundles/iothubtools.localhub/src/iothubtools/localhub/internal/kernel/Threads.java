// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

/** What becomes of the threads of a hub that is closed. */
public final class Threads {

	private Threads() {
	}

	/** Waits until one has ended, whoever interrupts that: what it still does needs what is closed next. Not for itself. */
	public static void awaitEnd(Thread thread) {
		boolean interrupted = false;
		while (thread.isAlive() && thread != Thread.currentThread()) {
			try {
				thread.join();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
