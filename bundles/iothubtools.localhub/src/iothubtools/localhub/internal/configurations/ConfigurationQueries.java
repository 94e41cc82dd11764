// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.internal.query.QueryRow;
import iothubtools.localhub.internal.query.QueryText;
import iothubtools.localhub.internal.query.language.Query;

/**
 * The conditions and metrics of configurations as queries.
 *
 * @param queries what answers them
 */
record ConfigurationQueries(Queries queries) {

	/**
	 * Whether the conditions and metrics of a configuration can be asked for.
	 *
	 * @throws HubError 400 when they cannot
	 */
	static void check(TargetKind kind, String targetCondition, Map<String, String> metrics) {
		if (!targetCondition.isBlank()) {
			kind.targets(targetCondition);
		}
		metrics.forEach((name, query) -> {
			if (!isQuery(query)) {
				throw new HubError(ErrorCode.INVALID_CONFIGURATION_CUSTOM_METRICS_QUERY, "The metric " + name + " is no query.");
			}
		});
	}

	/** Whether a text is a query. */
	static boolean isQuery(String text) {
		try {
			QueryText.query(text);
			return true;
		} catch (HubError e) {
			return false;
		}
	}

	/** The twins that a condition holds for; none when it is empty, or is one that an older hub let pass. */
	Iterator<QueryRow> targets(TargetKind kind, String targetCondition) {
		if (targetCondition.isBlank()) {
			return Collections.emptyIterator();
		}
		Query query;
		try {
			query = kind.targets(targetCondition);
		} catch (HubError e) {
			return Collections.emptyIterator();
		}
		return queries.matches(query);
	}

	/** The result of a metric: how many rows its query finds. */
	long count(String query) {
		long count = 0;
		for (Iterator<QueryRow> rows = queries.matches(QueryText.query(query)); rows.hasNext(); rows.next()) {
			count++;
		}
		return count;
	}
}
