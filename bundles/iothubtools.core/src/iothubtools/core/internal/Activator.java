// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import iothubtools.core.IotHubCore;
import iothubtools.core.operations.HubJob;

/**
 * Offers the core as a service that is made at its first use, and takes it down in order: running work first, then
 * sessions and the local hub.
 */
public final class Activator implements BundleActivator, ServiceFactory<IotHubCore> {

	private @Nullable IotHubCore core;

	@Override
	public void start(@Nullable BundleContext context) {
		if (context != null) {
			context.registerService(IotHubCore.class, this, null);
		}
	}

	@Override
	public void stop(@Nullable BundleContext context) throws InterruptedException {
		Job.getJobManager().cancel(HubJob.FAMILY);
		Job.getJobManager().join(HubJob.FAMILY, null);
		IotHubCore made = take();
		if (made != null) {
			made.close();
		}
	}

	private synchronized @Nullable IotHubCore take() {
		IotHubCore made = core;
		core = null;
		return made;
	}

	/** One core for all bundles. */
	@Override
	public synchronized IotHubCore getService(@Nullable Bundle user,
			@Nullable ServiceRegistration<IotHubCore> registration) {
		IotHubCore made = core;
		if (made == null) {
			made = CoreFactory.create();
			core = made;
		}
		return made;
	}

	@Override
	public void ungetService(@Nullable Bundle user, @Nullable ServiceRegistration<IotHubCore> registration,
			@Nullable IotHubCore service) {
		// it lives as long as this bundle
	}
}
