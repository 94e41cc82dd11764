// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.twins;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.internal.json.JsonText;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;

/** Tells whether a twin is as a request was to make it whose reply got lost (contract §9.14). */
final class WrittenTwin {

	private WrittenTwin() {
	}

	/** Whether nothing is left to do for {@code patch}. */
	static boolean has(Twin twin, TwinPatch patch) {
		return merged(twin.tags(), patch.tags()) && merged(twin.desired().json(), patch.desired());
	}

	/** Whether {@code twin} is just what {@code content} says. */
	static boolean is(Twin twin, TwinContent content) {
		return json(twin.tags()).equals(json(content.tags()))
				&& json(twin.desired().json()).equals(json(content.desired()));
	}

	private static boolean merged(String existing, @Nullable String patch) {
		return patch == null || merged(json(existing), json(patch));
	}

	private static boolean merged(@Nullable JsonElement existing, JsonElement patch) {
		if (!(patch instanceof JsonObject members)) {
			return patch.equals(existing);
		}
		return existing instanceof JsonObject object && members.entrySet().stream()
				.allMatch(member -> member.getValue().isJsonNull() ? !object.has(member.getKey())
						: merged(object.get(member.getKey()), member.getValue()));
	}

	private static JsonElement json(String text) {
		try {
			return JsonText.parse(text);
		} catch (IOException e) {
			throw new IllegalStateException("Checked when it was made", e);
		}
	}
}
