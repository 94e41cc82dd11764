// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.jobs.JobRequest;
import iothubtools.core.jobs.QueryTargets;
import iothubtools.core.queries.SavedQuery;

/**
 * Which devices a job is for, as it is when the wizard opens or a query is chosen there.
 *
 * @param condition empty for none yet, or where what was chosen cannot be said by one
 * @param unnamed   how many devices are selected that are too many for a condition; 0 for none
 * @param query     the saved query that the condition is of; null for none
 */
public record JobTargets(String condition, int unnamed, @Nullable SavedQuery query) {

	/** Nothing says which devices. */
	public static final JobTargets NONE = new JobTargets("", 0, null);

	/** These devices and no others. */
	public static JobTargets of(List<String> deviceIds) {
		String condition = JobRequest.condition(deviceIds);
		return new JobTargets(condition, condition.isEmpty() ? deviceIds.size() : 0, null);
	}

	/** Those that a query finds. */
	public static JobTargets of(SavedQuery query) {
		return new JobTargets(QueryTargets.of(query.text()).condition(), 0, query);
	}
}
