// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the hub says went wrong within itself: a connection that ends for such a reason looks like one that broke a rule. */
final class HubLog extends Handler {

	/** Held, as loggers are forgotten that nobody holds. */
	private static final Logger LOGGER = Logger.getLogger("iothubtools.localhub");

	private final AtomicReference<LogRecord> failure = new AtomicReference<>();

	private HubLog() {
	}

	/** Listens from now on. */
	static HubLog listen() {
		HubLog log = new HubLog();
		LOGGER.addHandler(log);
		return log;
	}

	/** Fails when the hub said something since the last time. */
	void check() {
		LogRecord said = failure.getAndSet(null);
		if (said != null) {
			throw new IllegalStateException(said.getMessage(), said.getThrown());
		}
	}

	@Override
	public void publish(LogRecord said) {
		if (said.getLevel().intValue() >= Level.SEVERE.intValue()) {
			failure.compareAndSet(null, said);
		}
	}

	@Override
	public void flush() {
		// nothing is kept back
	}

	@Override
	public void close() {
		LOGGER.removeHandler(this);
	}
}
