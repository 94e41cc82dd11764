// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.start;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

import iothubtools.core.IotHubCore;
import iothubtools.ui.internal.console.RestConsoleFactory;
import iothubtools.ui.internal.tasks.CornerPopup;
import iothubtools.ui.internal.tasks.JobWarnings;
import iothubtools.ui.internal.tasks.SuccessNotices;

/** Keeps what the bundle needs from its first use on: a memory of HTTP exchanges for the console, and an eye on jobs that fail, or take long and end well. */
public final class Activator implements BundleActivator {

	private @Nullable JobWarnings warnings;
	private @Nullable SuccessNotices notices;

	@Override
	public void start(@Nullable BundleContext context) {
		RestConsoleFactory.remember(IotHubCore.get().exchanges());
		warnings = new JobWarnings();
		notices = new SuccessNotices(new CornerPopup());
	}

	@Override
	public void stop(@Nullable BundleContext context) {
		JobWarnings watching = warnings;
		warnings = null;
		if (watching != null) {
			watching.close();
		}
		SuccessNotices telling = notices;
		notices = null;
		if (telling != null) {
			telling.close();
		}
		RestConsoleFactory.forget();
	}
}
