// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal;

import java.util.Dictionary;
import java.util.Hashtable;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.debug.DebugOptions;
import org.eclipse.osgi.service.debug.DebugOptionsListener;
import org.eclipse.osgi.service.debug.DebugTrace;

import iothubtools.client.exchange.HttpExchange;
import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;

/**
 * Writes what happens into the trace of the platform, as far as its options say; see the file {@code .options}. Of exchanges and events only what is
 * no secret: no headers, no bodies and no identities.
 */
public final class Tracing implements DebugOptionsListener {

	private static final String PLUGIN = "iothubtools.core";
	private static final String ANY = PLUGIN + "/debug";
	private static final String CALLS = "/calls";
	private static final String EVENTS = "/events";

	private volatile @Nullable DebugTrace trace;
	private volatile boolean calls;
	private volatile boolean events;

	/** The properties of the service, by which the platform tells it of the options of this bundle. */
	static Dictionary<String, Object> properties() {
		Dictionary<String, Object> properties = new Hashtable<>();
		properties.put(DebugOptions.LISTENER_SYMBOLICNAME, PLUGIN);
		return properties;
	}

	@Override
	public void optionsChanged(@Nullable DebugOptions options) {
		boolean any = options != null && options.isDebugEnabled() && options.getBooleanOption(ANY, false);
		calls = any && options != null && options.getBooleanOption(PLUGIN + CALLS, false);
		events = any && options != null && options.getBooleanOption(PLUGIN + EVENTS, false);
		trace = any && options != null ? options.newDebugTrace(PLUGIN, Tracing.class) : null;
	}

	/** Follows what happens in a core from now on. */
	public void watch(IotHubCore core) {
		core.exchanges().addListener(this::called);
		core.events().addListener(this::fired);
	}

	private void called(HubConnection connection, HttpExchange exchange) {
		DebugTrace writer = trace;
		if (calls && writer != null) {
			String failure = exchange.failure();
			writer.trace(CALLS, connection.name() + " " + exchange.method() + " " + path(exchange.target()) + " "
					+ (failure == null ? Integer.toString(exchange.status()) : "failed") + " " + exchange.duration().toMillis() + " ms");
		}
	}

	/** Without what follows a question mark, where a token could be. */
	private static String path(String target) {
		int query = target.indexOf('?');
		return query < 0 ? target : target.substring(0, query);
	}

	private void fired(HubEvent event) {
		DebugTrace writer = trace;
		if (events && writer != null) {
			writer.trace(EVENTS, event.getClass().getSimpleName());
		}
	}
}
