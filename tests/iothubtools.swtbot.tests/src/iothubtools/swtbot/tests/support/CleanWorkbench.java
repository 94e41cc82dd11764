// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swtbot.eclipse.finder.SWTWorkbenchBot;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.IotHubCore;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.HubJob;
import iothubtools.tour.driver.Ui;

/**
 * Puts the IDE in order between journeys, whatever the last one left. This is no part of a journey: it goes the short way, past the screen.
 */
final class CleanWorkbench {

	private CleanWorkbench() {
	}

	/** No dialog, no view beyond those of the perspective, no hub connection, no local hub, no work under way. */
	static void restore() throws SecretStoreException, InterruptedException {
		SWTWorkbenchBot bot = new SWTWorkbenchBot();
		OpenDialogs.close();
		Ui.run(() -> {
			IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
			for (IViewReference view : page.getViewReferences()) {
				forget(page, view);
			}
		});
		bot.resetWorkbench();
		IotHubCore core = IotHubCore.get();
		for (HubConnection connection : core.connections().all()) {
			core.connections().remove(connection);
		}
		core.localHub().stop();
		try {
			Job.getJobManager().join(HubJob.FAMILY, null);
		} catch (OperationCanceledException e) {
			throw new IllegalStateException("the work with hubs cannot be waited for", e);
		}
	}

	/** Closes a view that was looked at for good: what it remembers for its next time, as its filter, is gone. */
	private static void forget(IWorkbenchPage page, IViewReference view) {
		IWorkbenchPart part = view.getPart(false);
		MPart model = part == null ? null : part.getSite().getService(MPart.class);
		page.hideView(view);
		if (model != null) {
			model.getPersistedState().clear();
		}
	}
}
