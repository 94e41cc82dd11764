// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.query;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;

import iothubtools.client.query.language.QueryProblem;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.internal.remedies.NoticeBar;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.RemedyPlace;

/** What is said of a query below its text: what is wrong with it, as it is found here or by the hub, or why it could not be run. */
final class QueryNotice {

	private final NoticeBar bar;
	private final QueryText query;
	private List<QueryProblem> problems = List.of();
	/** The query that the hub did not take, as long as it is not changed. */
	private @Nullable String refused;

	/** @param query leads to what is wrong in it */
	QueryNotice(NoticeBar bar, QueryText query) {
		this.bar = bar;
		this.query = query;
	}

	/** The words, which can be selected. */
	Text text() {
		return bar.text();
	}

	/** The query is run: what a hub said of it before counts no more. */
	void running() {
		refused = null;
	}

	/**
	 * What is found wrong with the query that is typed.
	 *
	 * @param running whether a query is run now, of which is to be said what comes of it
	 */
	void found(List<QueryProblem> now, boolean running) {
		problems = now;
		if (!running && !query.text().equals(refused)) {
			refused = null;
			sayProblems();
		}
	}

	/** Says what is wrong with the query, or nothing where that is fine. */
	void sayProblems() {
		if (problems.isEmpty()) {
			bar.hide();
			return;
		}
		QueryProblem first = worst();
		say(first.kind().isError() ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK, said(first), Messages.Notice_go,
				() -> query.go(first.offset(), first.length()));
	}

	/**
	 * Says why a query failed, and leads to where the hub says that it is wrong.
	 *
	 * @param owner of the dialogs of what can be done about it
	 * @param again runs it once more, or reads on
	 */
	void failed(QueryRun.Progress progress, Control owner, Runnable again) {
		IStatus outcome = progress.outcome();
		String ran = progress.result().query();
		refused = ran;
		boolean notTaken = HubStatus.code(outcome) == HubStatusCode.REFUSED_REQUEST;
		String message = HubStatus.code(outcome) == HubStatusCode.THROTTLED ? NLS.bind(Messages.Run_throttled, outcome.getMessage())
				: notTaken && problems.isEmpty() ? NLS.bind(Messages.Run_refused, outcome.getMessage()) : outcome.getMessage();
		String image = image(outcome);
		if (notTaken) {
			RefusedPlace place = RefusedPlace.of(outcome.getMessage(), ran);
			if (place != null && ran.equals(query.text())) {
				query.refused(place.offset(), place.length(), outcome.getMessage());
				say(image, message, Messages.Notice_go, () -> query.go(place.offset(), place.length()));
			} else if (!problems.isEmpty()) {
				QueryProblem first = worst();
				say(image, said(first) + '\n' + message, Messages.Notice_go, () -> query.go(first.offset(), first.length()));
			} else {
				say(image, message);
			}
		} else {
			RemedyPlace place = RemedyPlace.part(owner, again, problem -> say(image(problem), problem.getMessage()));
			bar.show(image, message, Remedies.orAgain(outcome, place));
		}
	}

	private static String image(IStatus failure) {
		return failure.getSeverity() == IStatus.WARNING ? ISharedImages.IMG_OBJS_WARN_TSK : ISharedImages.IMG_OBJS_ERROR_TSK;
	}

	/** An error before all warnings. */
	private QueryProblem worst() {
		return problems.stream().filter(problem -> problem.kind().isError()).findFirst().orElse(problems.get(0));
	}

	/** With its line where there are several. */
	private String said(QueryProblem problem) {
		int line = query.widget().getLineAtOffset(Math.min(problem.offset(), query.widget().getCharCount()));
		return query.widget().getLineCount() < 2 ? ProblemText.of(problem) : NLS.bind(Messages.Problem_line, line + 1, ProblemText.of(problem));
	}

	/** Says something else, after which one types on. */
	void say(String image, String message) {
		say(image, message, "", query.widget()::setFocus);
	}

	/** @param then is done where somebody follows the link */
	void say(String image, String message, String link, Runnable then) {
		bar.show(image, message, link, then);
	}
}
