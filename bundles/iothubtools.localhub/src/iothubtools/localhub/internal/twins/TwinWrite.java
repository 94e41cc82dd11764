// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.util.List;
import java.util.Map.Entry;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.localhub.internal.errors.HubError;

/**
 * What a request asks the tags and desired properties of a twin to be, checked by itself. All else in the request, metadata
 * and versions too, is the hub's own and ignored (contract §3.5).
 *
 * @param tags     null when the request does not name them
 * @param desired  null when the request does not name them
 */
public record TwinWrite(@Nullable Part tags, @Nullable Part desired) {

	/** What the hub adds to properties. */
	private static final List<String> ADDED = List.of(TwinProperties.METADATA, TwinProperties.VERSION);

	/**
	 * What is to happen to one part.
	 *
	 * @param clear   whether what is there goes first
	 * @param values  merged into what is left; nulls delete
	 */
	public record Part(boolean clear, JsonObject values) {

		/** All there is goes, nothing comes. */
		private static Part nothing() {
			return new Part(true, new JsonObject());
		}
	}

	/**
	 * Reads the body of a PATCH: missing parts and members are kept, null deletes them.
	 *
	 * @throws HubError 400 for whatever breaks a rule
	 */
	public static TwinWrite patch(JsonObject body) {
		return new TwinWrite(part(body, "tags", false), part(properties(body), "desired", false));
	}

	/**
	 * Reads the body of a PUT: both parts become what it says, nothing when it does not name them.
	 *
	 * @throws HubError 400 for whatever breaks a rule
	 */
	public static TwinWrite replacement(JsonObject body) {
		Part tags = part(body, "tags", true);
		Part desired = part(properties(body), "desired", true);
		return new TwinWrite(tags == null ? Part.nothing() : tags, desired == null ? Part.nothing() : desired);
	}

	/** Whether nothing of tags and desired properties stays but what it says. */
	boolean isReplacement() {
		return tags != null && tags.clear() && desired != null && desired.clear();
	}

	/**
	 * Whether its parts can be small enough, whatever there is before it.
	 *
	 * @throws HubError 413 when they cannot
	 */
	public void checkSize() {
		if (tags != null) {
			TwinSize.TAGS.checkPatch(tags.values());
		}
		if (desired != null) {
			TwinSize.DESIRED.checkPatch(desired.values());
		}
	}

	/** Whether it names neither. */
	public boolean isEmpty() {
		return tags == null && desired == null;
	}

	private static JsonObject properties(JsonObject body) {
		JsonElement properties = body.get("properties");
		if (properties == null || properties.isJsonNull()) {
			return new JsonObject();
		}
		if (properties.isJsonObject()) {
			return properties.getAsJsonObject();
		}
		throw HubError.argumentInvalid("The member properties must be an object.");
	}

	private static @Nullable Part part(JsonObject parent, String name, boolean clear) {
		JsonElement element = parent.get(name);
		if (element == null) {
			return null;
		}
		if (element.isJsonNull()) {
			return Part.nothing();
		}
		if (element.isJsonObject()) {
			return new Part(clear, checked(name, element.getAsJsonObject(), !clear));
		}
		throw HubError.argumentInvalid("The member " + name + " must be an object.");
	}

	/**
	 * The reported properties of a device's patch. Their version goes in the topic, not among them.
	 *
	 * @throws HubError 400 for whatever breaks a rule, 413 when they are too large whatever there is before them
	 */
	static JsonObject reported(JsonObject patch) {
		if (patch.has(TwinProperties.VERSION)) {
			throw HubError.argumentInvalid("The reported properties must not have " + TwinProperties.VERSION + ".");
		}
		JsonObject values = checked("reported properties", patch, true);
		TwinSize.REPORTED.checkPatch(values);
		return values;
	}

	/** Properties as a caller gives them, without what the hub adds to them. */
	private static JsonObject checked(String name, JsonObject properties, boolean deletes) {
		JsonObject own = new JsonObject();
		for (Entry<String, JsonElement> member : properties.entrySet()) {
			if (!ADDED.contains(member.getKey())) {
				own.add(member.getKey(), member.getValue());
			}
		}
		TwinRules.check(name, own, deletes);
		return own;
	}
}
