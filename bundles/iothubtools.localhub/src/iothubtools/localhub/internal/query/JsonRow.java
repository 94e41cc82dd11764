// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.query.language.Attribute;

/**
 * A row that is kept as the JSON it is written as.
 *
 * @param key   its key
 * @param json  the row; not to be changed
 */
public record JsonRow(String key, JsonObject json) implements QueryRow {

	@Override
	public @Nullable JsonElement value(Attribute attribute) {
		return attribute.within(json, 0);
	}

	@Override
	public void writeTo(JsonWriter writer) throws IOException {
		Json.write(writer, json);
	}
}
