// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.query.language.Collection;
import iothubtools.localhub.internal.query.language.Query;
import iothubtools.localhub.settings.HubLimits;

/**
 * The query operation (contract §3.3).
 *
 * @param queries  what answers it
 * @param limits   of pages
 */
record QueryOperations(Queries queries, HubLimits limits) {

	/** POST /devices/query: a page of what a query finds. */
	CompletionStage<HubReply> query(Call call) {
		String text = text(call);
		Query query = QueryText.query(text);
		int size = PageSize.of(call.header("x-ms-max-item-count"), limits);
		Continuation from = Continuation.parse(call.header("x-ms-continuation"), text);
		return queries.page(query, size, from, call.request().presence()).thenApply(page -> reply(query, text, page));
	}

	private static HubReply reply(Query query, String text, ResultPage page) {
		HubReply reply = HubReply.json(200, page.body()).with("x-ms-item-type", itemType(query));
		Continuation next = page.next();
		return next == null ? reply : reply.with("x-ms-continuation", next.token(text));
	}

	private static String itemType(Query query) {
		if (!query.columns().isEmpty()) {
			return "Raw";
		}
		return query.collection() == Collection.JOBS ? "DeviceJob" : "Twin";
	}

	/** The text of the query. */
	private static String text(Call call) {
		@Nullable
		JsonElement query = new JsonMembers(Json.readObject(call.request().body())).element("query");
		if (query == null || query.isJsonNull()) {
			throw new HubError(ErrorCode.ARGUMENT_NULL, "BadRequest");
		}
		if (query instanceof JsonPrimitive primitive && primitive.isString()) {
			return primitive.getAsString();
		}
		throw HubError.argumentInvalid("The member query must be a string.");
	}
}
