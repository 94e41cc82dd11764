// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.debug.DebugOptionsListener;
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

	/**
	 * How long work under way may take to end. A cancelled call needs less than a second; a job that waits for the password
	 * of Secure Storage may never end, because the windows are gone by now.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private @Nullable ServiceRegistration<?> registration;
	private @Nullable IotHubCore core;
	private final Tracing tracing = new Tracing();

	@Override
	public void start(@Nullable BundleContext context) {
		if (context != null) {
			context.registerService(DebugOptionsListener.class, tracing, Tracing.properties());
			registration = context.registerService(IotHubCore.class, this, null);
		}
	}

	@Override
	public void stop(@Nullable BundleContext context) throws InterruptedException {
		endJobs();
		ServiceRegistration<?> offered = registration;
		if (offered != null) {
			// now, not after this method: whoever asked in between would have a second core made
			offered.unregister();
			registration = null;
		}
		IotHubCore made = take();
		if (made != null) {
			made.close();
		}
	}

	private static void endJobs() throws InterruptedException {
		Job[] jobs = Job.getJobManager().find(HubJob.FAMILY);
		Job.getJobManager().cancel(HubJob.FAMILY);
		long end = System.nanoTime() + PATIENCE.toNanos();
		for (Job job : jobs) {
			// at least one millisecond: none would mean to wait for ever
			job.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())), null);
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
			tracing.watch(made);
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
