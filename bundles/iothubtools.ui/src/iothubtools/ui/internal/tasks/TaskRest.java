// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.tasks;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.remedies.FailureDialog;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.text.Numbers;

/**
 * What a task on many left to be done, as when its hub was no longer reached in the middle: a person goes on from where they are told of it, and
 * nothing that was done is done twice.
 *
 * @param outcome what became of the task
 * @param twice   whether it can be done once more to what the hub may have done it to already
 * @param again   does it to those of these ids; called on the UI thread
 */
public record TaskRest(TaskOutcome outcome, boolean twice, Consumer<List<String>> again) {

	/** Tells what the job did not do, with a button for the rest of it if there is one; from any thread. */
	public void tell(IStatus report, Job job) {
		List<String> rest = outcome.rest(twice);
		if (rest.isEmpty()) {
			FailureDialog.show(report, job);
		} else if (outcome.items().size() == 1) {
			FailureDialog.show(report, job, () -> again.accept(rest));
		} else {
			String text = rest.size() == 1 ? NLS.bind(Messages.Rest_one, rest.get(0)) : NLS.bind(Messages.Rest, Numbers.of(rest.size()));
			FailureDialog.show(report, job, new Offer(Remedy.AGAIN, text, () -> again.accept(rest)), !outcome.ids(Result.DONE).isEmpty());
		}
	}
}
