// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.start;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

import iothubtools.core.IotHubCore;
import iothubtools.ui.internal.console.RestConsoleFactory;

/** Keeps what the bundle needs from its first use on: a memory of HTTP exchanges for the console. */
public final class Activator implements BundleActivator {

	@Override
	public void start(@Nullable BundleContext context) {
		RestConsoleFactory.remember(IotHubCore.get().exchanges());
	}

	@Override
	public void stop(@Nullable BundleContext context) {
		RestConsoleFactory.forget();
	}
}
