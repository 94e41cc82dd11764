// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.modules.ModuleIdentity;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinJson;

/** The twin of a module. */
final class ModuleRow extends TwinRow {

	private final ModuleIdentity module;
	private final TwinSources sources;

	ModuleRow(ModuleIdentity module, TwinSources sources) {
		this.module = module;
		this.sources = sources;
	}

	@Override
	public String key() {
		return module.client().toString();
	}

	@Override
	Twin readTwin() {
		return sources.twins().of(module);
	}

	@Override
	@Nullable JsonElement own(String name) {
		return switch (name) {
		case "deviceId" -> new JsonPrimitive(module.deviceId());
		case "moduleId" -> new JsonPrimitive(module.moduleId());
		default -> super.own(name);
		};
	}

	@Override
	public void writeTo(JsonWriter json) throws IOException {
		TwinJson.write(json, module, sources.modules().activity(module.client()), twin(),
				sources.extras(module.client()));
	}
}
