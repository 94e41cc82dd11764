// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.HubJob;

/** Makes the core at its first use and takes it down in order: running work first, then sessions and the local hub. */
public final class Activator implements BundleActivator {

	private static volatile @Nullable BundleContext bundleContext;
	private static @Nullable IotHubCore core;

	@Override
	public void start(@Nullable BundleContext context) {
		bundleContext = context;
	}

	@Override
	public void stop(@Nullable BundleContext context) throws InterruptedException {
		Job.getJobManager().cancel(HubJob.FAMILY);
		Job.getJobManager().join(HubJob.FAMILY, null);
		IotHubCore made;
		synchronized (Activator.class) {
			made = core;
			core = null;
			bundleContext = null;
		}
		if (made != null) {
			made.close();
		}
	}

	/** The core of the running bundle. */
	public static synchronized IotHubCore core() {
		IotHubCore made = core;
		if (made == null) {
			BundleContext context = bundleContext;
			if (context == null) {
				throw new IllegalStateException("iothubtools.core is not running");
			}
			made = CoreFactory.create(context);
			core = made;
		}
		return made;
	}
}
