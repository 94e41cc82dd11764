// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.time.Clock;

import iothubtools.localhub.internal.configurations.ConfigurationManager;
import iothubtools.localhub.internal.configurations.DesiredWriter;
import iothubtools.localhub.internal.jobs.JobScheduler;
import iothubtools.localhub.internal.methods.DirectMethods;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.internal.store.HubStore;
import iothubtools.localhub.internal.time.Background;
import iothubtools.localhub.internal.time.HubTimer;
import iothubtools.localhub.internal.twins.Twins;

/**
 * What the hub does by itself, in the background: scheduled jobs and configurations.
 *
 * @param background     the thread it does it on
 * @param jobs           scheduled jobs
 * @param configurations keeps twins as configurations want them
 * @param desired        writes what they want
 */
public record Automation(Background background, JobScheduler jobs, ConfigurationManager configurations,
		DesiredWriter desired) implements AutoCloseable {

	/** Jobs that may wait or run at a time: as many as at a hub of the largest tier (contract §6). */
	private static final int MOST_ACTIVE_JOBS = 10;

	/** For what is in the store; begins with {@link #resume}. */
	static Automation of(HubStore store, Queries queries, Twins twins, DirectMethods methods, ModuleRegistry modules,
			HubTimer timer, Clock clock) {
		Background background = new Background();
		JobScheduler jobs = new JobScheduler(store.jobs(), queries, twins, methods, store.writer(), timer,
				background::execute, clock, MOST_ACTIVE_JOBS);
		DesiredWriter desired = new DesiredWriter(twins, store.modules(), modules);
		ConfigurationManager configurations = new ConfigurationManager(store.configurations(), queries, desired,
				store.writer(), timer, background::execute, () -> twins.writes() + store.devices().count());
		twins.configuredBy(configurations::statuses);
		return new Automation(background, jobs, configurations, desired);
	}

	/** Goes on with what was under way when the hub ended. */
	void resume() {
		jobs.resume();
		configurations.look();
	}

	@Override
	public void close() {
		background.close();
	}
}
