// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.util.concurrent.atomic.AtomicReference;

/** What threads of a client did not expect: nobody waits for them, so it would not be seen. */
final class Unexpected {

	private static final AtomicReference<Throwable> FIRST = new AtomicReference<>();

	private Unexpected() {
	}

	/** Hears of it from now on. */
	static void listen() {
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> FIRST.compareAndSet(null, failure));
	}

	/** Fails where there was something. */
	static void check() {
		Throwable unexpected = FIRST.getAndSet(null);
		if (unexpected != null) {
			throw new IllegalStateException("A thread of the client did not expect it", unexpected);
		}
	}
}
