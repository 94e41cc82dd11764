// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.notices;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.connections.ConnectionListener;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.eventhub.HubEvent;
import iothubtools.localhub.internal.eventhub.LogPositions;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.HubTime;
import iothubtools.localhub.internal.kernel.IdentityListener;
import iothubtools.localhub.internal.modules.ModuleIdentity;
import iothubtools.localhub.internal.modules.ModuleStore;
import iothubtools.localhub.internal.twins.TwinJson;
import iothubtools.localhub.internal.twins.TwinListener;
import iothubtools.localhub.internal.twins.TwinUpdate;
import iothubtools.localhub.internal.twins.Twins;
import iothubtools.localhub.settings.HubEventKind;

/**
 * Tells at the built-in endpoint what happens to devices and modules, as far as it is wanted (contract §7.1). Each event is kept with the
 * change it is about, so that none is told of what a hub that is killed then does not have, and none is left out.
 */
public final class HubNotices implements IdentityListener, TwinListener, ConnectionListener {

	private static final String LAST_STATE = "events/connectionState";

	private final Set<HubEventKind> wanted;
	private final EventHub events;
	private final LogPositions positions;
	private final String hubName;
	private final Twins twins;
	private final ModuleStore modules;
	private final Clock clock;
	/** Those that were made since the last commit and not told of: their first twin is written after them. */
	private final Map<ClientId, Instant> created = new LinkedHashMap<>();

	/**
	 * With where it tells it.
	 *
	 * @param wanted    what it is to tell
	 * @param positions where the last number of a connection state is kept
	 * @param hubName   what the hub calls itself
	 * @param twins     whose state it tells
	 * @param modules   those that go with their device
	 */
	public HubNotices(Set<HubEventKind> wanted, EventHub events, LogPositions positions, String hubName, Twins twins, ModuleStore modules,
			Clock clock) {
		this.wanted = wanted;
		this.events = events;
		this.positions = positions;
		this.hubName = hubName;
		this.twins = twins;
		this.modules = modules;
		this.clock = clock;
	}

	@Override
	public void created(ClientId client) {
		if (wanted.contains(HubEventKind.DEVICE_LIFECYCLE)) {
			created.put(client, clock.instant());
		}
	}

	@Override
	public void deleting(ClientId client) {
		if (!wanted.contains(HubEventKind.DEVICE_LIFECYCLE)) {
			return;
		}
		if (!client.isModule()) {
			modules.of(client.deviceId()).stream().map(ModuleIdentity::client).forEach(this::deleting);
		}
		tellOfCreation(client);
		tellOfIdentity(client, "deleteDeviceIdentity", clock.instant());
	}

	@Override
	public void changed(ClientId client, TwinUpdate update) {
		if (wanted.contains(HubEventKind.TWIN_CHANGES)) {
			tellOfCreation(client);
			tell(HubEventKind.TWIN_CHANGES, client, update.replaced() ? "replaceTwin" : "updateTwin", "twinChangeNotification", update.time(),
					Json.write(json -> update.writeTo(json, client)));
		}
	}

	@Override
	public void changed(ClientId client, boolean connected) {
		if (wanted.contains(HubEventKind.CONNECTION_STATE)) {
			tellOfCreation(client);
			Instant now = clock.instant();
			byte[] body = ("{\"sequenceNumber\":\"" + nextState(now) + "\"}").getBytes(StandardCharsets.UTF_8);
			tell(HubEventKind.CONNECTION_STATE, client, connected ? "deviceConnected" : "deviceDisconnected",
					"deviceConnectionStateNotification", now, body);
		}
	}

	/** 256 bits as hexadecimal digits, always more than before, whatever the clock says. */
	private String nextState(Instant now) {
		long number = Math.max(HubTime.ticks(now), positions.get(LAST_STATE) + 1);
		positions.set(LAST_STATE, number);
		return String.format("%032X%032X", number, 0);
	}

	/** The change is complete; before its commit. */
	public void beforeCommit() {
		while (!created.isEmpty()) {
			tellOfCreation(created.keySet().iterator().next());
		}
	}

	private void tellOfCreation(ClientId client) {
		Instant time = created.remove(client);
		if (time != null) {
			tellOfIdentity(client, "createDeviceIdentity", time);
		}
	}

	private void tellOfIdentity(ClientId client, String operation, Instant time) {
		byte[] body = twin(client);
		if (body != null) {
			tell(HubEventKind.DEVICE_LIFECYCLE, client, operation, "deviceLifecycleNotification", time, body);
		}
	}

	private byte @Nullable [] twin(ClientId client) {
		try {
			return Json.write(json -> TwinJson.writeForEvent(json, client, twins.read(client)));
		} catch (HubError e) {
			// the change that made it took it back
			return null;
		}
	}

	private void tell(HubEventKind kind, ClientId client, String operation, String schema, Instant time, byte[] body) {
		Map<String, String> properties = Map.of("content-type", "application/json", "content-encoding", "utf-8", "correlation-id",
				UUID.randomUUID().toString(), "user-id", hubName);
		Map<String, String> application = new LinkedHashMap<>();
		application.put("hubName", hubName);
		application.put("deviceId", client.deviceId());
		String moduleId = client.moduleId();
		if (moduleId != null) {
			application.put("moduleId", moduleId);
		}
		application.put("opType", operation);
		application.put("iothub-message-schema", schema);
		application.put("operationTimestamp", HubTime.format(time));
		events.append(new HubEvent(client, clock.instant(), kind.wireName(), properties, application, body));
	}
}
