// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.jobs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.query.Queries;
import iothubtools.localhub.internal.query.QueryRow;
import iothubtools.localhub.internal.query.QueryText;

/**
 * Finds the devices a job is for.
 *
 * @param queries what knows for which devices a condition holds
 */
record Targets(Queries queries) {

	/**
	 * The ids of the devices that a condition holds for now, all of them for null. May take as long as it takes to read every
	 * device.
	 *
	 * @throws HubError 400 when the text is no condition
	 */
	List<String> find(@Nullable String condition) {
		List<String> ids = new ArrayList<>();
		Iterator<QueryRow> rows = queries.devices(condition == null ? null : QueryText.condition(condition));
		rows.forEachRemaining(row -> ids.add(row.key()));
		return ids;
	}
}
