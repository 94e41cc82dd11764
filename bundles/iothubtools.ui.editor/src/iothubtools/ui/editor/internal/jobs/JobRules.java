// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.exchange.Masking;
import iothubtools.client.jobs.JobSchedule;
import iothubtools.client.names.JobIds;
import iothubtools.client.query.language.QueryCheck;
import iothubtools.client.query.language.QueryProblem;
import iothubtools.client.twins.text.TwinPart;
import iothubtools.core.jobs.JobRequest;
import iothubtools.core.jobs.QueryTargets;
import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.editor.internal.methods.MethodIds;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;
import iothubtools.ui.internal.problems.TwinFindings;
import iothubtools.ui.internal.query.ProblemText;
import iothubtools.ui.internal.wizards.HubField;

/** The rules for jobs (contract §3.9), one method each, in the order of the fields. */
final class JobRules {

	static final List<Rule<JobModel>> SCHEDULE = List.of(JobRules::hub, JobRules::id, JobRules::condition, JobRules::start, JobRules::minutes);
	static final List<Rule<JobModel>> TWIN = List.of(JobRules::tags, JobRules::desired, JobRules::anything, JobRules::secret);
	/** Besides those of methods. */
	static final List<Rule<JobModel>> METHOD = List.of(JobRules::secretOfMethod);

	/** A week, the longest way ahead. */
	private static final int MOST_MINUTES = (int) JobSchedule.MAX_AHEAD.toMinutes();

	private JobRules() {
	}

	static @Nullable Finding hub(JobModel model) {
		return model.hub() == null ? Finding.missing(HubField.ID, Messages.Hub_missing) : null;
	}

	static @Nullable Finding id(JobModel model) {
		String id = model.jobId().strip();
		if (id.isEmpty()) {
			return Finding.missing(JobFields.ID, Messages.Id_missing);
		}
		String problem = JobIds.problem(id);
		return problem == null ? null : Finding.error(JobFields.ID, NLS.bind(Messages.Id_problem, problem));
	}

	/** A hub takes whatever is none, and the job fails later. */
	static @Nullable Finding condition(JobModel model) {
		String condition = model.condition().strip();
		if (condition.isEmpty()) {
			return noCondition(model.targets());
		}
		if (condition.equals(JobRequest.EVERY_DEVICE)) {
			return Finding.warning(JobFields.CONDITION, Messages.Condition_every);
		}
		if (condition.length() > JobRequest.MAX_CONDITION) {
			return Finding.error(JobFields.CONDITION, NLS.bind(Messages.Condition_long, condition.length(), JobRequest.MAX_CONDITION));
		}
		Finding warning = null;
		for (QueryProblem problem : QueryCheck.of(JobRequest.QUERY + condition)) {
			if (problem.kind().isError()) {
				return Finding.error(JobFields.CONDITION, NLS.bind(Messages.Condition_problem, ProblemText.of(problem)));
			}
			warning = warning == null ? Finding.warning(JobFields.CONDITION, NLS.bind(Messages.Condition_problem, ProblemText.of(problem))) : warning;
		}
		return warning;
	}

	private static Finding noCondition(JobTargets targets) {
		SavedQuery query = targets.query();
		if (query == null) {
			return Finding.missing(JobFields.CONDITION, targets.unnamed() == 0 ? Messages.Condition_missing
					: NLS.bind(Messages.Condition_many, NumberFormat.getIntegerInstance().format(targets.unnamed())));
		}
		String why = switch (QueryTargets.of(query.text()).refusal()) {
		case FIRST_ONLY -> Messages.Query_firstOnly;
		case COUNTS -> Messages.Query_counts;
		case OTHERS -> Messages.Query_others;
		default -> Messages.Query_wrong;
		};
		// not an error, which a page that opens does not tell
		return Finding.missing(JobFields.QUERY, NLS.bind(why, query.name()));
	}

	static @Nullable Finding start(JobModel model) {
		if (!model.later()) {
			return null;
		}
		Instant start = model.startTime();
		if (start == null) {
			return Finding.error(JobFields.START, Messages.Start_problem);
		}
		Instant now = Instant.now();
		return start.isAfter(now.plus(JobSchedule.MAX_AHEAD)) ? Finding.error(JobFields.START, NLS.bind(Messages.Start_late, JobSchedule.MAX_AHEAD.toDays()))
				: start.isBefore(now) ? Finding.warning(JobFields.START, Messages.Start_past) : null;
	}

	static @Nullable Finding minutes(JobModel model) {
		int minutes = model.limit();
		return minutes >= 1 && minutes <= MOST_MINUTES ? null : Finding.error(JobFields.MINUTES, NLS.bind(Messages.Minutes_problem, MOST_MINUTES));
	}

	static @Nullable Finding tags(JobModel model) {
		return TwinFindings.first(JobFields.TAGS, TwinPart.TAGS, model.tags(), Messages.Tags_problem);
	}

	static @Nullable Finding desired(JobModel model) {
		return TwinFindings.first(JobFields.DESIRED, TwinPart.DESIRED, model.desired(), Messages.Desired_problem);
	}

	static @Nullable Finding anything(JobModel model) {
		return model.tags().isBlank() && model.desired().isBlank() ? Finding.missing(JobFields.TAGS, Messages.Twin_missing) : null;
	}

	/** The hub shows it for 30 days to whoever may see jobs. */
	static @Nullable Finding secret(JobModel model) {
		return Masking.mayBeKept(model.tags()) && Masking.mayBeKept(model.desired()) ? null : Finding.warning(JobFields.TAGS, Messages.Work_secret);
	}

	/** As {@link #secret}. */
	static @Nullable Finding secretOfMethod(JobModel model) {
		return model.method().mayHaveSecret() ? Finding.warning(MethodIds.PAYLOAD, Messages.Work_secret) : null;
	}
}
