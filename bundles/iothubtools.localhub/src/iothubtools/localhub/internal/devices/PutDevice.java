// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.devices;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.Json;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * PUT /devices/{deviceId}: without If-Match it creates and only that, with If-Match it replaces and only that (contract
 * §3.0, §3.1).
 */
public final class PutDevice implements Operation {

	private final DeviceStore devices;
	private final EdgeScopes scopes;
	private final Writer writer;
	private final Clock clock;

	/** With where devices are kept and the time of their generation ids. */
	public PutDevice(DeviceStore devices, Writer writer, Clock clock) {
		this.devices = devices;
		this.scopes = new EdgeScopes(devices);
		this.writer = writer;
		this.clock = clock;
	}

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		DeviceWrite wanted = DeviceWrite.parse(call.deviceId(), Json.readObject(call.request().body()));
		String etag = Etags.wanted(call.header("If-Match"));
		return writer.write(() -> etag == null ? create(wanted) : update(wanted, etag));
	}

	private HubReply create(DeviceWrite wanted) {
		if (devices.get(wanted.deviceId()) != null) {
			throw HubError.deviceAlreadyExists(wanted.deviceId());
		}
		Device device = device(wanted, null, clock.instant(), Etags.firstVersion(), null);
		devices.put(device);
		return DeviceJson.createdReply(device);
	}

	private HubReply update(DeviceWrite wanted, String etag) {
		Device before = devices.get(wanted.deviceId());
		if (before == null) {
			throw HubError.deviceNotFound(wanted.deviceId());
		}
		Etags.check(before, etag);
		Instant statusUpdated = before.enabled() == wanted.enabled() ? before.statusUpdatedTime() : clock.instant();
		Device device = device(wanted, before, before.created(), before.version() + 1, statusUpdated);
		devices.put(device);
		return DeviceJson.reply(device, devices.activity(device.deviceId()));
	}

	private Device device(DeviceWrite wanted, @Nullable Device before, Instant created, long version,
			@Nullable Instant statusUpdated) {
		EdgeScopes.Scopes granted = scopes.scopes(wanted, before, created);
		return new Device(wanted.deviceId(), created, version, wanted.enabled(), wanted.statusReason(), statusUpdated,
				wanted.credentials(), wanted.iotEdge(), granted.deviceScope(), granted.parentScopes());
	}
}
