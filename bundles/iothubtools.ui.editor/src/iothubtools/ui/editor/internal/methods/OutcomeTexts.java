// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.methods.MethodResult;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.HubStatus;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.ui.internal.text.Sentences;

/** Words for what became of a method at the devices of a hub. */
record OutcomeTexts(HubConnection hub) {

	/** Why there is no answer; null where there is one, or nobody waited. */
	@Nullable HubStatus status(MethodOutcome outcome) {
		return IotHubCore.get().methods().status(hub, outcome);
	}

	/** In a word or two. */
	String end(MethodOutcome outcome) {
		MethodResult answer = outcome.answer();
		HubStatus why = status(outcome);
		return answer != null ? NLS.bind(Messages.End_status, Integer.toString(answer.status())) : why != null ? RunTexts.failed(why.hubCode())
				: outcome.result() == Result.UNKNOWN ? Messages.End_cancelled : Messages.End_not_tried;
	}

	/** How long it took; empty where the hub was not asked. */
	static String took(MethodOutcome outcome) {
		return outcome.result() == Result.NOT_TRIED ? "" : RunTexts.took(outcome.took());
	}

	/** All that is to be said of one, but its answer. */
	String details(MethodOutcome outcome) {
		HubStatus why = status(outcome);
		return why != null ? why.getMessage() : switch (outcome.result()) {
		case UNKNOWN -> Messages.Summary_cancelled;
		case NOT_TRIED -> Messages.Many_not_tried;
		default -> NLS.bind(Messages.Many_answered, end(outcome), took(outcome));
		};
	}

	private String endInSentence(MethodOutcome outcome) {
		MethodResult answer = outcome.answer();
		return answer == null ? Sentences.inside(end(outcome)) : NLS.bind(Messages.Many_status, Integer.toString(answer.status()));
	}

	/** How many ended how, as "3 devices: 2 status 200, 1 offline". */
	String summary(Collection<MethodOutcome> all) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		all.forEach(outcome -> counts.merge(endInSentence(outcome), 1, Integer::sum));
		String words = counts.entrySet().stream().map(entry -> NLS.bind(Messages.Many_count, entry.getValue(), entry.getKey()))
				.collect(Collectors.joining(", "));
		return NLS.bind(all.size() == 1 ? Messages.Many_summary_one : Messages.Many_summary, all.size(), words);
	}
}
