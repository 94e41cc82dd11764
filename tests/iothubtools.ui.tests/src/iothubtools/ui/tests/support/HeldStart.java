// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.localhub.LocalHubState;

/** Has the next start of the local hub take as long as a test wants, as on a machine that is busy; it goes on at last when this is closed. */
public final class HeldStart implements AutoCloseable {

	private static final long LONGEST_SECONDS = 60;

	private final CountDownLatch over = new CountDownLatch(1);
	/** The thread that starts it tells so on its way. */
	private final Consumer<HubEvent> hold = event -> {
		if (event instanceof HubEvent.LocalHubChanged && IotHubCore.get().localHub().state() == LocalHubState.STARTING) {
			await();
		}
	};

	/** From now on. */
	public HeldStart() {
		IotHubCore.get().events().addListener(hold);
	}

	private void await() {
		try {
			over.await(LONGEST_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Lets it start. */
	public void goOn() {
		over.countDown();
	}

	@Override
	public void close() {
		goOn();
		IotHubCore.get().events().removeListener(hold);
	}
}
