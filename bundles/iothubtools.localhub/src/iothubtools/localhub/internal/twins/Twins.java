// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.Etags;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.modules.ModuleErrors;
import iothubtools.localhub.internal.modules.ModuleIdentity;
import iothubtools.localhub.internal.modules.ModuleStore;

/** The twins of all devices and modules: reads, writes from the service side and from devices (contract §3.5). */
public final class Twins {

	private final DeviceStore devices;
	private final ModuleStore modules;
	private final TwinStore twins;
	private final Writer writer;
	private final Clock clock;
	private final DesiredChanges desiredChanges = new DesiredChanges();
	/** Written by the one thread of the store alone. */
	private volatile long writes;
	private volatile Function<ClientId, Map<String, String>> configurations = client -> Map.of();
	private volatile @Nullable TwinListener watcher;

	/** With whose twins they are, where they are kept and the time of their metadata. */
	public Twins(DeviceStore devices, ModuleStore modules, TwinStore twins, Writer writer, Clock clock) {
		this.devices = devices;
		this.modules = modules;
		this.twins = twins;
		this.writer = writer;
		this.clock = clock;
	}

	/** How often tags or desired properties were written since the start. */
	public long writes() {
		return writes;
	}

	/** Says what knows which configurations are for a twin: their status by id (contract §3.10). */
	public void configuredBy(Function<ClientId, Map<String, String>> newConfigurations) {
		configurations = newConfigurations;
	}

	/** The status of each configuration that is for a twin, by id; mostly there is none. */
	public Map<String, String> configurations(ClientId client) {
		return configurations.apply(client);
	}

	/** Tells a listener of every later write of desired properties, once it is committed. */
	public void onDesired(DesiredListener listener) {
		desiredChanges.tell(listener);
	}

	/** Tells a listener of every later write, within it. */
	public void onChange(TwinListener listener) {
		watcher = listener;
	}

	/** What was written is kept now; on the thread that writes. */
	public void commit() {
		desiredChanges.commit();
	}

	/** @throws HubError 404 when there is no such device or module */
	public Twin read(ClientId client) {
		if (client.isModule()) {
			return of(module(client));
		}
		return of(device(client.deviceId()));
	}

	/** The twin of a device. */
	public Twin of(Device device) {
		Twin written = twins.find(ClientId.of(device.deviceId()));
		return written == null ? Twin.fresh(device.created()) : written;
	}

	/** The twin of a module. */
	public Twin of(ModuleIdentity module) {
		Twin written = twins.find(module.client());
		return written == null ? Twin.fresh(null) : written;
	}

	/**
	 * Merges a patch into tags and desired properties.
	 *
	 * @param body    {@code {"tags":{…},"properties":{"desired":{…}}}}, either may be missing
	 * @param ifMatch as its header says it; a quoted etag must be the current one, an unquoted one is ignored
	 * @return the twin after it; 404, 412 and 413 as the stage's failure
	 * @throws HubError 400 for a patch that breaks a rule, 413 for one that is too large by itself
	 */
	public CompletionStage<Twin> patch(ClientId client, JsonObject body, @Nullable String ifMatch) {
		return write(client, TwinWrite.patch(body), ifMatch);
	}

	/** Replaces tags and desired properties; the rest as {@link #patch}. */
	public CompletionStage<Twin> replace(ClientId client, JsonObject body, @Nullable String ifMatch) {
		return write(client, TwinWrite.replacement(body), ifMatch);
	}

	/**
	 * Merges a patch into reported properties, as their device or module does.
	 *
	 * @param patch            may hold nulls, which delete
	 * @param expectedVersion  the $version they must have, null for any
	 * @return the twin after it; 404, 412 and 413 as the stage's failure
	 * @throws HubError 400 for a patch that breaks a rule, 413 for one that is too large by itself
	 */
	public CompletionStage<Twin> report(ClientId client, JsonObject patch, @Nullable Long expectedVersion) {
		JsonObject values = TwinWrite.reported(patch);
		return writer.write(() -> {
			Twin before = read(client);
			if (expectedVersion != null && expectedVersion.longValue() != before.reported().version()) {
				throw HubError.preconditionFailed("The reported properties have the version " + before.reported().version()
						+ ", not " + expectedVersion);
			}
			Instant now = clock.instant();
			Twin after = TwinChange.report(before, values, now);
			twins.put(client, after);
			TwinListener listener = watcher;
			if (listener != null) {
				listener.changed(client, new TwinUpdate(after, now, false, null, null, values));
			}
			return after;
		});
	}

	/**
	 * Writes the first twin of a device or module that was just made; within a {@link Writer} only.
	 *
	 * @throws HubError 413 when a part of it is too large
	 */
	public void create(ClientId client, TwinWrite write) {
		if (!write.isEmpty()) {
			twins.put(client, TwinChange.first(write, clock.instant()));
		}
	}

	/**
	 * Writes tags and desired properties; within a {@link Writer} only.
	 *
	 * @param etag the etag the twin must have, {@code *} for any
	 * @throws HubError 404 when there is no such device or module, 412 for another etag, 413 when they become too large
	 */
	public Twin apply(ClientId client, TwinWrite write, String etag) {
		Twin before = current(client, etag);
		Instant now = clock.instant();
		Twin after = TwinChange.write(before, write, now);
		keep(client, before, after, write, now);
		return after;
	}

	/**
	 * The same in two steps, for what must not fail between others: checks it now, with the same errors, and returns what
	 * then does it.
	 */
	public Runnable prepare(ClientId client, TwinWrite write, String etag) {
		Twin before = current(client, etag);
		Instant now = clock.instant();
		Twin after = TwinChange.write(before, write, now);
		return () -> keep(client, before, after, write, now);
	}

	private Twin current(ClientId client, String etag) {
		Twin twin = read(client);
		if (!etag.equals(Etags.ANY) && !etag.equals(twin.etag())) {
			throw HubError.preconditionFailed("ETag mismatch for device ID '" + client.deviceId() + "'");
		}
		return twin;
	}

	private void keep(ClientId client, Twin before, Twin after, TwinWrite write, Instant now) {
		if (after != before) {
			twins.put(client, after);
			writes++;
			JsonObject desired = changes(write.desired(), before.desired().values());
			if (desired != null) {
				desiredChanges.add(client, desired, after.desired().version());
			}
			TwinListener listener = watcher;
			if (listener != null) {
				listener.changed(client, new TwinUpdate(after, now, write.isReplacement(), changes(write.tags(), before.tags()), desired, null));
			}
		}
	}

	private static @Nullable JsonObject changes(TwinWrite.@Nullable Part part, JsonText before) {
		return part == null ? null : part.clear() ? TwinChange.deletions(before.object(), part.values()) : part.values();
	}

	private CompletionStage<Twin> write(ClientId client, TwinWrite write, @Nullable String ifMatch) {
		String etag = etag(ifMatch);
		write.checkSize(); // here, so that the writer does not get it at all
		return writer.write(() -> apply(client, write, etag));
	}

	/** The service compares quoted etags alone and lets any other If-Match pass (contract §3.0). */
	private static String etag(@Nullable String ifMatch) {
		return ifMatch != null && ifMatch.length() > 2 && ifMatch.startsWith("\"") && ifMatch.endsWith("\"")
				? ifMatch.substring(1, ifMatch.length() - 1)
				: Etags.ANY;
	}

	private Device device(String deviceId) {
		Device device = devices.get(deviceId);
		if (device == null) {
			throw HubError.deviceNotFound(deviceId);
		}
		return device;
	}

	private ModuleIdentity module(ClientId client) {
		ModuleIdentity module = modules.get(client);
		if (module == null) {
			device(client.deviceId());
			throw ModuleErrors.notFound(client);
		}
		return module;
	}
}
