// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
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

	/** Shows it; from any thread. Nothing is done again from there. */
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

	/**
	 * Shows it of a job that did some of many things. Its button does the rest; where something has to be mended before any can be done, it does that
	 * first.
	 *
	 * @param rest  does what is left
	 * @param begun whether the job did any of it
	 */
	public static void show(IStatus failure, Job job, Offer rest, boolean begun) {
		List<Offer> offers = Remedies.of(failure, place(rest.action()));
		Offer first = offers.isEmpty() ? rest : offers.get(0);
		// the rest is done when the local hub runs
		boolean mended = first.remedy() == Remedy.START_LOCAL_HUB || !begun && first.remedy() != Remedy.AGAIN;
		job.setProperty(IProgressConstants.ACTION_PROPERTY, new OfferAction(mended ? first : rest));
		tell(failure, job);
	}

	private static void tell(IStatus failure, Job job) {
		StatusAdapter told = new StatusAdapter(failure);
		told.addAdapter(Job.class, job);
		StatusManager.getManager().handle(told, StatusManager.SHOW);
	}

	/** Gives the job what the dialog of the progress service offers. */
	public static void offer(IStatus failure, Job job, @Nullable Runnable again) {
		List<Offer> offers = Remedies.of(failure, place(again));
		job.setProperty(IProgressConstants.ACTION_PROPERTY, offers.isEmpty() ? null : new OfferAction(offers.get(0)));
	}

	private static RemedyPlace place(@Nullable Runnable again) {
		return RemedyPlace.part(FailureDialog::shell, again, problem -> StatusManager.getManager().handle(problem, StatusManager.SHOW));
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
