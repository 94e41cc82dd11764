// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

import iothubtools.core.IotHubCore;
import iothubtools.ui.internal.console.ExchangeHistory;

/** Keeps what the bundle needs from its first use on: a memory of HTTP exchanges for the console. */
public final class Activator implements BundleActivator {

	private static @Nullable ExchangeHistory exchanges;

	@Override
	public void start(@Nullable BundleContext context) {
		exchanges = new ExchangeHistory(IotHubCore.get().exchanges());
	}

	@Override
	public void stop(@Nullable BundleContext context) {
		ExchangeHistory made = exchanges;
		exchanges = null;
		if (made != null) {
			made.close();
		}
	}

	/** The exchanges since the bundle was first used. */
	public static ExchangeHistory exchanges() {
		ExchangeHistory made = exchanges;
		if (made == null) {
			throw new IllegalStateException("iothubtools.ui is not running");
		}
		return made;
	}
}
