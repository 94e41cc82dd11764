// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;

/** Brings the IoT Hub view to the front with what the hubs have now. */
final class RefreshedView {

	private RefreshedView() {
	}

	static void show() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		if (page != null) {
			try {
				IViewPart view = page.showView(UiIds.VIEW);
				Commands.run(view.getSite(), IWorkbenchCommandConstants.FILE_REFRESH);
			} catch (PartInitException e) {
				ILog.of(RefreshedView.class).log(e.getStatus());
			}
		}
	}
}
