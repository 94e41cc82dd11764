// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.devices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.http.HubReply;
import iothubtools.client.internal.reply.ReplyJson;

/** Reads a page of twins or identities as rows, without building a tree of what a row does not show. */
public final class DeviceRows {

	private DeviceRows() {
	}

	/** The rows of a whole page. */
	public static List<DeviceSummary> read(HubReply reply) throws ProtocolException {
		List<DeviceSummary> rows = new ArrayList<>();
		try (JsonReader reader = new JsonReader(
				new InputStreamReader(new ByteArrayInputStream(reply.body()), StandardCharsets.UTF_8))) {
			if (reader.peek() != JsonToken.BEGIN_ARRAY) {
				throw ReplyJson.unexpected(reply, "a JSON array", null);
			}
			reader.beginArray();
			while (reader.hasNext()) {
				rows.add(new DeviceRow(reader).read());
			}
			reader.endArray();
		} catch (IOException e) {
			throw ReplyJson.notJson(reply);
		} catch (IllegalStateException e) {
			throw ReplyJson.unexpected(reply, "a list of devices", null);
		}
		return rows;
	}
}
