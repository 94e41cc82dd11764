// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.console;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;

/** Has commands looked at again when there is another answer to {@link CallPropertyTester}. */
final class CallEvaluation {

	private CallEvaluation() {
	}

	/** From any thread. */
	static void request(String property) {
		if (PlatformUI.isWorkbenchRunning()) {
			IWorkbench workbench = PlatformUI.getWorkbench();
			Display display = workbench.getDisplay();
			if (!display.isDisposed()) {
				display.asyncExec(() -> workbench.getService(IEvaluationService.class).requestEvaluation(property));
			}
		}
	}
}
