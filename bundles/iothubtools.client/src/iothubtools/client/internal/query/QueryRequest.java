// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.query;

import java.util.function.Supplier;

import com.google.gson.JsonObject;

import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.transport.HubRequest;

/** The request that puts a query to the hub (contract §3.3). */
public final class QueryRequest {

	private QueryRequest() {
	}

	/** The request for {@code query}, without paging. */
	public static Supplier<HubRequest.Builder> of(HubAccess hub, String query) {
		JsonObject body = new JsonObject();
		body.addProperty("query", query);
		String json = JsonText.compact(body);
		return () -> hub.request("POST", "/devices/query").withJson(json).maxReply(HubRequest.MAX_LIST);
	}
}
