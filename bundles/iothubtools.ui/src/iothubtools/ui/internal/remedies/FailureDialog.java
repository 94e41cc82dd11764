// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.progress.IProgressConstants;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Why a job failed that nobody watches, in the workbench's dialog. The dialog has room for one button beside its own: it is the first of the
 * remedies.
 */
public final class FailureDialog {

	private FailureDialog() {
	}

	/** Shows it; from any thread. What the job did for some of many is not done twice, so it is not run again from there. */
	public static void show(IStatus failure, Job job) {
		offer(failure, job, null);
		tell(failure, job);
	}

	/**
	 * Shows it of a job that did nothing.
	 *
	 * @param again what a person asked for, once more
	 */
	public static void show(IStatus failure, Job job, Runnable again) {
		offer(failure, job, again);
		tell(failure, job);
	}

	private static void tell(IStatus failure, Job job) {
		StatusAdapter told = new StatusAdapter(failure);
		told.addAdapter(Job.class, job);
		StatusManager.getManager().handle(told, StatusManager.SHOW);
	}

	/** Gives the job what the dialog of the progress service offers. */
	public static void offer(IStatus failure, Job job, @Nullable Runnable again) {
		RemedyPlace place = RemedyPlace.part(FailureDialog::shell, again, problem -> StatusManager.getManager().handle(problem, StatusManager.SHOW));
		List<Offer> offers = Remedies.of(failure, place);
		job.setProperty(IProgressConstants.ACTION_PROPERTY, offers.isEmpty() ? null : action(offers.get(0)));
	}

	private static Action action(Offer offer) {
		return new Action(offer.text().replace("&", "&&")) {
			@Override
			public void run() {
				offer.action().run();
			}
		};
	}

	private static @Nullable Shell shell() {
		if (!PlatformUI.isWorkbenchRunning()) {
			return null;
		}
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchWindow[] all = PlatformUI.getWorkbench().getWorkbenchWindows();
		return window != null ? window.getShell() : all.length == 0 ? null : all[0].getShell();
	}
}
