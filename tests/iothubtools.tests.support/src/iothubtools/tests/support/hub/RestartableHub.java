// SPDX-License-Identifier: EPL-2.0
package iothubtools.tests.support.hub;

import java.util.function.UnaryOperator;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/** A local hub in this process that can be taken down and started again where it was, with what it kept. */
public final class RestartableHub implements AutoCloseable {

	private LocalHubSettings settings;
	private LocalHub hub;

	private RestartableHub(LocalHubSettings settings, LocalHub hub) {
		this.settings = settings;
		this.hub = hub;
	}

	/** Starts one, on loopback and any free port unless told otherwise. */
	public static RestartableHub start(LocalHubSettings settings) throws LocalHubException {
		LocalHub hub = LocalHub.start(settings);
		return new RestartableHub(settings.withPort(hub.port()).withAmqpPort(hub.amqpPort()), hub);
	}

	/** The hub that runs, or the one that was stopped last. */
	public LocalHub hub() {
		return hub;
	}

	/** What it was started with last, and the ports of HTTPS and AMQP that it had. */
	public LocalHubSettings settings() {
		return settings;
	}

	/** Takes it down, as a crash or a closed laptop does. */
	public void stop() {
		hub.close();
	}

	/** Starts it again on the same ports of HTTPS and AMQP, with what it kept; stops it before if need be. */
	public void restart() throws LocalHubException {
		restart(UnaryOperator.identity());
	}

	/** The same with other settings. */
	public void restart(UnaryOperator<LocalHubSettings> change) throws LocalHubException {
		hub.close();
		settings = change.apply(settings);
		hub = LocalHub.start(settings);
	}

	@Override
	public void close() {
		hub.close();
	}
}
