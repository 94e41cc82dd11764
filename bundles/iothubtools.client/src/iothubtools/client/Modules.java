// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.stream.JsonReader;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.registry.EntryKind;
import iothubtools.client.internal.registry.RegistryEntries;
import iothubtools.client.internal.registry.WrittenModule;
import iothubtools.client.internal.replies.ReplyJson;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.names.ClientId;

/**
 * The module identities of the devices of a hub, at most 50 for a device (contract §3.4). Where the device does not exist
 * or is disabled the hub answers 401, as for a missing right (contract §9.13). Safe for use by several threads.
 */
public final class Modules {

	private static final EntryKind<ModuleIdentity> KIND = new EntryKind<>(ReplyJson::module, ModuleIdentity::writableJson,
			ModuleIdentity::etag, WrittenModule::isLike);

	private final HubAccess hub;
	private final RegistryEntries<ModuleIdentity> entries;

	Modules(HubAccess hub) {
		this.hub = hub;
		entries = new RegistryEntries<>(hub, KIND);
	}

	/**
	 * The identity of a module as it is now. Needs RegistryRead. Fails with {@link HubErrorCode#MODULE_NOT_FOUND} if there
	 * is none.
	 */
	public HubCall<ModuleIdentity> get(String deviceId, String moduleId) {
		return HubCall.of(() -> entries.get(path(deviceId, moduleId)));
	}

	/** All modules of a device, on an IoT Edge device the hub's own included. Needs RegistryRead. */
	public HubCall<List<ModuleIdentity>> list(String deviceId) {
		return HubCall.of(() -> hub.send(hub.request("GET", HubPaths.modules(deviceId)).maxReply(HubRequest.MAX_LIST),
				reply -> Pages.rows(reply, Modules::read)));
	}

	private static ModuleIdentity read(JsonReader reader) throws IOException {
		try {
			return ModuleIdentity.parse(JsonText.compact(JsonText.read(reader)));
		} catch (InvalidInputException e) {
			throw new IllegalStateException(e.reason(), e);
		}
	}

	/**
	 * Creates a module and gives the identity as the hub made it, with its keys. Needs RegistryWrite. Tries that end
	 * unclear are treated as with {@link DeviceIdentities#create}. Fails with
	 * {@link HubErrorCode#MODULE_ALREADY_EXISTS_ON_DEVICE} if the id is taken, with
	 * {@link HubErrorCode#TOO_MANY_MODULES_ON_DEVICE} if the device can have no more.
	 */
	public HubCall<ModuleIdentity> create(ModuleIdentity module) {
		return HubCall.of(() -> entries.create(path(module), module));
	}

	/**
	 * Changes a module: reads its identity, applies {@code change}, writes the whole back under the etag that was read and
	 * gives the identity as it is then. Needs RegistryRead and RegistryWrite. Fails with
	 * {@link HubErrorCode#PRECONDITION_FAILED} if someone else changed it in between, with
	 * {@link HubErrorCode#MODULE_NOT_FOUND} if there is none.
	 *
	 * @param change called on a thread of the client, or on the one that begins the call if what is read is there by then; must not block
	 */
	public HubCall<ModuleIdentity> update(String deviceId, String moduleId, UnaryOperator<ModuleIdentity> change) {
		return HubCall.of(() -> entries.update(path(deviceId, moduleId), change));
	}

	/**
	 * Writes a module over the version it was read as, which its etag tells. Needs RegistryWrite; fails as
	 * {@link #update}.
	 *
	 * @throws InvalidInputException for the field {@code etag} if it has none
	 */
	public HubCall<ModuleIdentity> replace(ModuleIdentity module) {
		if (module.etag().isEmpty()) {
			throw new InvalidInputException("etag", "is missing: this module was not read from a hub");
		}
		return HubCall.of(() -> entries.replace(path(module), module.etag(), module));
	}

	/**
	 * Deletes a module. Needs RegistryWrite. Fails with {@link HubErrorCode#PRECONDITION_FAILED} if it has another etag,
	 * with {@link HubErrorCode#MODULE_NOT_FOUND} if there is none.
	 *
	 * @param etag the version to delete, null for any
	 */
	public HubCall<Void> delete(String deviceId, String moduleId, @Nullable String etag) {
		return HubCall.of(() -> entries.delete(path(deviceId, moduleId), etag));
	}

	private static String path(ModuleIdentity module) {
		return HubPaths.identity(module.id());
	}

	private static String path(String deviceId, String moduleId) {
		return HubPaths.identity(ClientId.module(deviceId, moduleId));
	}
}
