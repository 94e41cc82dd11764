// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.query.Pages;
import iothubtools.client.internal.transport.HubRequest;

/** Of the plain list of devices (contract §3.1) nothing but their ids and generation ids: their keys, which are in it too, are passed over. */
public final class GenerationReader {

	private record Row(String deviceId, String generationId) {
	}

	private GenerationReader() {
	}

	/** The generation ids of as many devices as there are at most in one list, by their ids. */
	public static CompletableFuture<Map<String, String>> list(HubAccess hub) {
		return hub.send(hub.request("GET", "/devices", "top=" + DeviceListing.PAGE_SIZE).maxReply(HubRequest.MAX_LIST), reply -> {
			Map<String, String> generations = new HashMap<>();
			Pages.rows(reply, GenerationReader::row).forEach(row -> generations.put(row.deviceId(), row.generationId()));
			return Map.copyOf(generations);
		});
	}

	private static Row row(JsonReader reader) throws IOException {
		String deviceId = "";
		String generationId = "";
		reader.beginObject();
		while (reader.hasNext()) {
			String name = reader.nextName();
			if (reader.peek() != JsonToken.STRING) {
				reader.skipValue();
			} else if (name.equals("deviceId")) {
				deviceId = reader.nextString();
			} else if (name.equals("generationId")) {
				generationId = reader.nextString();
			} else {
				reader.skipValue();
			}
		}
		reader.endObject();
		if (deviceId.isEmpty()) {
			throw new IllegalStateException("A row without deviceId");
		}
		return new Row(deviceId, generationId);
	}
}
