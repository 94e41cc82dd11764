// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.query.language.Attribute;

/**
 * A row that is kept as the JSON it is written as, in little room: read when somebody asks for it.
 *
 * @param key  its key
 * @param json the UTF-8 bytes of the row; not to be changed
 */
record WrittenRow(String key, byte[] json) implements QueryRow {

	@Override
	public @Nullable JsonElement value(Attribute attribute) {
		return attribute.within(Json.read(text()).getAsJsonObject(), 0);
	}

	@Override
	public void writeTo(JsonWriter writer) throws IOException {
		writer.jsonValue(text());
	}

	private String text() {
		return new String(json, StandardCharsets.UTF_8);
	}
}
