// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import com.google.gson.JsonObject;

/**
 * The twins of a hub, as the service's side calls them, and the parts of its replies.
 *
 * @param hub whose twins
 */
record Twins(TestHub hub) {

	Reply get(String id) {
		return hub.call("GET", "/twins/" + id, null).expect(200);
	}

	Reply patch(String id, String body, String... headers) {
		return hub.call("PATCH", "/twins/" + id, body, headers);
	}

	Reply put(String id, String body, String... headers) {
		return hub.call("PUT", "/twins/" + id, body, headers);
	}

	Reply patchTags(String id, String tags) {
		return patch(id, "{\"tags\":" + tags + "}");
	}

	Reply patchDesired(String id, String desired) {
		return patch(id, desired(desired));
	}

	/** The body of a call about these desired properties. */
	static String desired(String desired) {
		return "{\"properties\":{\"desired\":" + desired + "}}";
	}

	/** The desired or the reported properties, with metadata and version. */
	static JsonObject part(Reply twin, String name) {
		return twin.expect(200).json().getAsJsonObject("properties").getAsJsonObject(name);
	}

	/** The tags as text; "null" when there are none. */
	static String tags(Reply twin) {
		return String.valueOf(twin.expect(200).json().get("tags"));
	}

	/** Version and etag of the twin, versions of its desired and of its reported properties. */
	static String counters(Reply twin) {
		return twin.json().get("version") + " " + twin.json().get("etag").getAsString() + " "
				+ part(twin, "desired").get("$version") + " " + part(twin, "reported").get("$version");
	}
}
