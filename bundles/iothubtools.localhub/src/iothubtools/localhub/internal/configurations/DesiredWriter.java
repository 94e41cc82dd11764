// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.List;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.modules.ModuleRegistry;
import iothubtools.localhub.internal.modules.ModuleStore;
import iothubtools.localhub.internal.modules.ModuleWrite;
import iothubtools.localhub.internal.twins.TwinWrite;
import iothubtools.localhub.internal.twins.Twins;

/**
 * Writes the content of configurations into desired properties, where these are not that already.
 *
 * @param twins    whose desired properties
 * @param modules  the modules there are
 * @param registry makes modules of IoT Edge that a deployment brings
 */
public record DesiredWriter(Twins twins, ModuleStore modules, ModuleRegistry registry) {

	private static final String MANAGER = "iotEdge";

	/** Whether there is anything to write for a target; false too when its twin is gone. */
	boolean differs(ClientId target, ConfigurationContent content) {
		for (var write : content.writes(target).entrySet()) {
			if (isMissing(write.getKey()) || !patch(write.getKey(), write.getValue()).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Writes; within a {@link iothubtools.localhub.internal.kernel.Writer} only.
	 *
	 * @throws HubError 404 when the target or a module of the hub's own is gone, 413 when its twin becomes too large; what came
	 *                  before stays
	 */
	void apply(ClientId target, ConfigurationContent content) {
		content.writes(target).forEach((client, sections) -> {
			if (isMissing(client)) {
				JsonObject module = new JsonObject();
				module.addProperty("managedBy", MANAGER);
				registry.create(ModuleWrite.of(client, new JsonMembers(module)));
			}
			JsonObject patch = patch(client, sections);
			if (!patch.isEmpty()) {
				twins.apply(client, new TwinWrite(null, new TwinWrite.Part(false, patch)), "*");
			}
		});
	}

	private boolean isMissing(ClientId client) {
		return client.isModule() && modules.get(client) == null;
	}

	private JsonObject patch(ClientId client, List<Section> sections) {
		return Section.patch(twins.read(client).desired().values().object(), sections);
	}
}
