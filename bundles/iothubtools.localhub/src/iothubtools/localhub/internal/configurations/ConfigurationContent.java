// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.twins.TwinWrite;

/**
 * What a configuration writes (contract §3.10).
 *
 * @param device  for the twin of a device, null when it writes none
 * @param module  for the twin of a module that its condition finds, null when it writes none
 * @param modules for the twins of modules of IoT Edge devices, by module id, null when it writes none
 */
record ConfigurationContent(@Nullable List<Section> device, @Nullable List<Section> module,
		@Nullable Map<String, List<Section>> modules) {

	private static final String DEVICE = "deviceContent";
	private static final String MODULE = "moduleContent";
	private static final String MODULES = "modulesContent";

	private static final String DESIRED = "properties.desired";

	/** No twin goes deeper; each would be an object, and a name of 8 MB may have 8 million dots. */
	private static final int MOST_NAMES = 20;

	/** The same with the names of its kinds as the service writes them: in requests they may be in any case. */
	static JsonObject named(JsonObject content) {
		JsonObject named = new JsonObject();
		content.entrySet().forEach(member -> named.add(
				Stream.of(DEVICE, MODULE, MODULES).filter(member.getKey()::equalsIgnoreCase).findFirst().orElse(member.getKey()),
				member.getValue()));
		return named;
	}

	/** @throws HubError 400 for whatever breaks a rule */
	static ConfigurationContent parse(JsonObject content) {
		JsonMembers members = new JsonMembers(content);
		JsonObject device = object(members.element(DEVICE), DEVICE);
		JsonObject module = object(members.element(MODULE), MODULE);
		JsonObject modules = object(members.element(MODULES), MODULES);
		return new ConfigurationContent(device == null ? null : sections(device), module == null ? null : sections(module),
				modules == null ? null : modules(modules));
	}

	/** As {@link #parse}, and it must be of one kind. */
	static ConfigurationContent parseOneKind(JsonObject content) {
		ConfigurationContent parsed = parse(content);
		int kinds = (parsed.device == null ? 0 : 1) + (parsed.module == null ? 0 : 1) + (parsed.modules == null ? 0 : 1);
		if (kinds != 1) {
			throw invalid("must have one of deviceContent, moduleContent and modulesContent");
		}
		return parsed;
	}

	/** What kind of twins it is for; of one of one kind. */
	TargetKind kind() {
		return device != null ? TargetKind.DEVICE : module != null ? TargetKind.MODULE : TargetKind.EDGE;
	}

	/** What it writes into the twins of a target that its condition found, by whose twin it is. */
	Map<ClientId, List<Section>> writes(ClientId target) {
		Map<ClientId, List<Section>> writes = new LinkedHashMap<>();
		List<Section> own = target.isModule() ? module : device;
		if (own != null) {
			writes.put(target, own);
		}
		if (modules != null && !target.isModule()) {
			modules.forEach((moduleId, sections) -> writes.put(new ClientId(target.deviceId(), moduleId), sections));
		}
		return writes;
	}

	private static Map<String, List<Section>> modules(JsonObject modules) {
		Map<String, List<Section>> parsed = new LinkedHashMap<>();
		for (String moduleId : modules.keySet()) {
			JsonObject content = object(modules.get(moduleId), moduleId);
			if (content == null) {
				throw invalid("must have an object for each module");
			}
			parsed.put(moduleId, sections(content));
		}
		return parsed;
	}

	/** The outer ones first, so that an inner one is not lost. */
	private static List<Section> sections(JsonObject content) {
		List<Section> sections = new ArrayList<>();
		for (Entry<String, JsonElement> member : content.entrySet()) {
			sections.add(new Section(path(member.getKey()), member.getValue()));
		}
		sections.sort(Comparator.comparingInt(section -> section.path().size()));
		if (sections.stream().anyMatch(section -> section.path().isEmpty() && !section.value().isJsonObject())) {
			throw invalid("must have an object for " + DESIRED);
		}
		check(sections);
		return List.copyOf(sections);
	}

	private static List<String> path(String key) {
		if (key.equals(DESIRED)) {
			return List.of();
		}
		if (key.startsWith(DESIRED + '.')) {
			String[] path = key.substring(DESIRED.length() + 1).split("\\.", MOST_NAMES + 1);
			if (path.length > MOST_NAMES) {
				throw invalid("must not have names of more than " + MOST_NAMES + " parts");
			}
			return List.of(path);
		}
		throw invalid("must have names that begin with " + DESIRED);
	}

	/** Whether a twin could take them. */
	private static void check(List<Section> sections) {
		JsonObject properties = new JsonObject();
		properties.add("desired", Section.patch(new JsonObject(), sections));
		JsonObject twin = new JsonObject();
		twin.add("properties", properties);
		try {
			TwinWrite.patch(twin).checkSize();
		} catch (HubError e) {
			throw new HubError(ErrorCode.INVALID_CONFIGURATION_CONTENT, String.valueOf(e.getMessage()));
		}
	}

	private static @Nullable JsonObject object(@Nullable JsonElement element, String name) {
		if (element == null || element.isJsonNull()) {
			return null;
		}
		if (element.isJsonObject()) {
			return element.getAsJsonObject();
		}
		throw invalid("must have objects for " + name);
	}

	private static HubError invalid(String rule) {
		return new HubError(ErrorCode.INVALID_CONFIGURATION_CONTENT, "The content " + rule + ".");
	}
}
