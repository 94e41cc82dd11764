// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;

import iothubtools.client.devices.DeviceDetails;
import iothubtools.client.internal.json.JsonText;

/** The details of a device in a row, which is a twin or an identity. */
final class DetailsReader {

	private final JsonReader reader;

	/** Of a twin in a query this is the twin's own; the identity's is beside it. */
	private String etag = "";
	private @Nullable String deviceEtag;
	private String generationId = "";
	private @Nullable String tags;
	private final List<String> parentScopes = new ArrayList<>();
	private boolean twin;

	DetailsReader(JsonReader reader) {
		this.reader = reader;
	}

	/** Reads the value of a member if it is one of the details. */
	boolean member(String name) throws IOException {
		switch (name) {
		case "etag" -> etag = text();
		case "deviceEtag" -> deviceEtag = text();
		case "generationId" -> generationId = text();
		case "tags" -> tags = JsonText.read(reader) instanceof JsonObject object ? JsonText.compact(object) : null;
		case "parentScopes" -> parentScopes(JsonText.read(reader));
		// an identity has none
		case "properties" -> {
			twin = true;
			reader.skipValue();
		}
		default -> {
			return false;
		}
		}
		return true;
	}

	DeviceDetails details() {
		String identity = deviceEtag;
		if (identity == null) {
			identity = twin ? "" : etag;
		}
		// a twin without tags may leave them out
		return new DeviceDetails(identity, generationId, tags == null && twin ? "{}" : tags, parentScopes);
	}

	private void parentScopes(JsonElement json) {
		if (json instanceof JsonArray array) {
			for (JsonElement scope : array) {
				if (scope instanceof JsonPrimitive) {
					parentScopes.add(scope.getAsString());
				}
			}
		}
	}

	private String text() throws IOException {
		return JsonText.read(reader) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : "";
	}
}
