// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.names.ConfigurationIds;
import iothubtools.client.query.language.QueryCheck;
import iothubtools.client.query.language.QueryProblem;
import iothubtools.client.query.language.TargetCondition;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Rule;
import iothubtools.ui.internal.query.ProblemText;
import iothubtools.ui.internal.wizards.HubField;
import iothubtools.ui.internal.wizards.message.MessageProperty;

/** The rules for configurations (contract §3.10), one method each, in the order of the fields. */
final class ConfigurationRules {

	static final List<Rule<ConfigurationModel>> TARGET = List.of(ConfigurationRules::hub, ConfigurationRules::id, ConfigurationRules::priority,
			ConfigurationRules::condition);
	static final List<Rule<ConfigurationModel>> CONTENT = List.of(ContentRules::content);
	static final List<Rule<ConfigurationModel>> METRICS = List.of(ConfigurationRules::metrics);
	static final List<Rule<ConfigurationModel>> LABELS = List.of(ConfigurationRules::labels);

	private ConfigurationRules() {
	}

	static @Nullable Finding hub(ConfigurationModel model) {
		return model.hub() == null ? Finding.missing(HubField.ID, Messages.Hub_missing) : null;
	}

	static @Nullable Finding id(ConfigurationModel model) {
		if (model.changes()) {
			return null;
		}
		String id = model.id().strip();
		if (id.isEmpty()) {
			return Finding.missing(ConfigurationFields.ID, Messages.Id_missing);
		}
		String problem = ConfigurationIds.problem(id);
		if (problem != null) {
			return Finding.error(ConfigurationFields.ID, NLS.bind(Messages.Id_problem, problem));
		}
		HubConnection hub = model.hub();
		return hub != null && model.isTaken() ? Finding.error(ConfigurationFields.ID, NLS.bind(Messages.Id_taken, id, hub.name())) : null;
	}

	static @Nullable Finding priority(ConfigurationModel model) {
		return model.priorityNumber() >= 0 ? null : Finding.error(ConfigurationFields.PRIORITY, NLS.bind(Messages.Priority_problem, Integer.MAX_VALUE));
	}

	static @Nullable Finding condition(ConfigurationModel model) {
		TargetCondition target = model.target();
		if (target.text().isEmpty()) {
			return Finding.warning(ConfigurationFields.CONDITION, Messages.Condition_none);
		}
		if (target.isEvery()) {
			return Finding.warning(ConfigurationFields.CONDITION, target.modules() ? Messages.Condition_everyModule : Messages.Condition_every);
		}
		if (target.modules() != target.hasFrom()) {
			return Finding.error(ConfigurationFields.CONDITION, target.modules() ? Messages.Condition_from : Messages.Condition_noFrom);
		}
		Finding warning = null;
		for (QueryProblem problem : target.problems()) {
			String text = NLS.bind(Messages.Condition_problem, ProblemText.of(problem));
			if (problem.kind().isError()) {
				return Finding.error(ConfigurationFields.CONDITION, text);
			}
			warning = warning == null ? Finding.warning(ConfigurationFields.CONDITION, text) : warning;
		}
		List<String> foreign = target.foreignNames();
		if (!foreign.isEmpty()) {
			return Finding.error(ConfigurationFields.CONDITION, NLS.bind(Messages.Condition_foreign, foreign.get(0)));
		}
		String said = model.conditionError();
		return said != null ? Finding.error(ConfigurationFields.CONDITION, NLS.bind(Messages.Condition_refused, said)) : warning;
	}

	static @Nullable Finding metrics(ConfigurationModel model) {
		Set<String> names = new HashSet<>();
		Finding warning = null;
		for (MessageProperty metric : model.metrics()) {
			Finding finding = metric.empty() ? null : metric(model, metric, names);
			if (finding != null && finding.severity() != Finding.Severity.WARNING) {
				return finding;
			}
			warning = warning == null ? finding : warning;
		}
		return warning;
	}

	private static @Nullable Finding metric(ConfigurationModel model, MessageProperty metric, Set<String> names) {
		String name = metric.name();
		if (name.isEmpty()) {
			return Finding.error(ConfigurationFields.METRICS, NLS.bind(Messages.Metric_without_name, metric.value()));
		}
		if (!names.add(name)) {
			return Finding.error(ConfigurationFields.METRICS, NLS.bind(Messages.Metric_twice, name));
		}
		if (metric.value().isBlank()) {
			return Finding.missing(ConfigurationFields.METRICS, NLS.bind(Messages.Metric_without_query, name));
		}
		Finding warning = null;
		for (QueryProblem problem : QueryCheck.of(metric.value())) {
			String text = NLS.bind(Messages.Metric_problem, name, ProblemText.of(problem));
			if (problem.kind().isError()) {
				return Finding.error(ConfigurationFields.METRICS, text);
			}
			warning = warning == null ? Finding.warning(ConfigurationFields.METRICS, text) : warning;
		}
		String said = model.metricError(metric);
		return said != null ? Finding.error(ConfigurationFields.METRICS, NLS.bind(Messages.Metric_refused, name, said)) : warning;
	}

	static @Nullable Finding labels(ConfigurationModel model) {
		Set<String> names = new HashSet<>();
		for (MessageProperty label : model.labels()) {
			if (label.empty()) {
				continue;
			}
			if (label.name().isEmpty()) {
				return Finding.error(ConfigurationFields.LABELS, NLS.bind(Messages.Label_without_name, label.value()));
			}
			if (!names.add(label.name())) {
				return Finding.error(ConfigurationFields.LABELS, NLS.bind(Messages.Label_twice, label.name()));
			}
		}
		return null;
	}
}
