// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.exchange.Json;

/**
 * A page of a query's result.
 *
 * @param body  its rows as a JSON array
 * @param next  where the next page begins, null after the last
 */
record ResultPage(byte[] body, @Nullable Continuation next) {

	/** With these rows. */
	static ResultPage of(List<? extends Json.Content> rows, @Nullable Continuation next) {
		return new ResultPage(Json.write(json -> {
			json.beginArray();
			for (Json.Content row : rows) {
				row.writeTo(json);
			}
			json.endArray();
		}), next);
	}
}
