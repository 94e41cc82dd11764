// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.fieldassist.ContentAssistCommandAdapter;

import iothubtools.client.query.language.QueryPlace;
import iothubtools.client.query.language.QueryPlace.Expected;
import iothubtools.client.query.language.TargetCondition;
import iothubtools.ui.internal.query.QueryAssist.Candidate;

/**
 * Proposes what may come at the cursor of a target condition, while somebody types and at the key of content assist: of the query language only
 * what such a condition may have.
 */
public final class ConditionProposals {

	private static final char[] TYPED = ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ." + SWT.BS).toCharArray();
	/** Nothing may be grouped. */
	private static final Set<Expected> POSSIBLE = EnumSet.complementOf(EnumSet.of(Expected.GROUP, Expected.BY, Expected.SELECT));
	private static final String FROM_MODULES = "FROM devices.modules WHERE ";

	private final Text field;
	private final BooleanSupplier modules;
	private final QueryAssist assist;

	private ConditionProposals(Text field, BooleanSupplier modules) {
		this.field = field;
		this.modules = modules;
		assist = new QueryAssist(() -> List.of("tags.", "properties.reported."));
		ContentProposalAdapter adapter = new ContentAssistCommandAdapter(field, new TextContentAdapter(), this::proposals, null, TYPED, false);
		adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_IGNORE);
		adapter.addContentProposalListener(this::accept);
	}

	/** @param modules whether the condition is of modules */
	public static void in(Text field, BooleanSupplier modules) {
		new ConditionProposals(field, modules);
	}

	/** One that knows where it is put in. */
	private static final class Placed extends ContentProposal {

		private final int start;
		private final int end;
		private final int back;

		Placed(Candidate candidate, int start, int end) {
			super(candidate.text());
			this.start = start;
			this.end = end;
			back = candidate.back();
		}
	}

	private IContentProposal[] proposals(String text, int position) {
		boolean ofModules = modules.getAsBoolean();
		int begin = Math.min(position, text.length());
		if (ofModules && text.substring(0, begin).isBlank()) {
			return new IContentProposal[] { new Placed(new Candidate(FROM_MODULES, 0), begin, begin) };
		}
		TargetCondition condition = new TargetCondition(text, ofModules);
		int before = condition.before().length();
		QueryPlace place = QueryPlace.of(condition.before() + text, before + begin);
		if (!POSSIBLE.containsAll(place.expected())) {
			Set<Expected> rest = EnumSet.copyOf(POSSIBLE);
			rest.retainAll(place.expected());
			place = new QueryPlace(place.start(), place.prefix(), rest, place.comparedWith(), place.collection());
		}
		int start = Math.max(0, place.start() - before);
		Set<Expected> expected = place.expected();
		return assist.found(place).stream().filter(candidate -> isPossible(candidate.text(), expected, condition))
				.map(candidate -> new Placed(candidate, start, begin)).toArray(IContentProposal[]::new);
	}

	/** Of the attributes of twins most cannot be named, and there is no list to be in. */
	private static boolean isPossible(String text, Set<Expected> expected, TargetCondition condition) {
		if (text.startsWith("IN ") || text.startsWith("NIN ")) {
			return false;
		}
		boolean path = expected.contains(Expected.ATTRIBUTE) && Character.isLowerCase(text.charAt(0)) && text.indexOf('(') < 0;
		return !path || text.endsWith(".") || List.of("true", "false", "null").contains(text)
				|| !text.equals("tags") && !text.equals("properties.reported") && condition.isTarget(text);
	}

	private void accept(@Nullable IContentProposal proposal) {
		if (proposal instanceof Placed placed) {
			String text = field.getText();
			int end = Math.min(placed.end, text.length());
			int start = Math.min(placed.start, end);
			field.setText(text.substring(0, start) + placed.getContent() + text.substring(end));
			field.setSelection(start + placed.getContent().length() - placed.back);
		}
	}
}
