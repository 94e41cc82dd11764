// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.page;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;

/** The monitor of a page that is saved together with others: that it refuses, which it says by a cancel, is no cancel of those. */
public final class PageSaving extends ProgressMonitorWrapper {

	private volatile boolean refused;

	/** @param whole of all of them; its cancel is one of this page */
	public PageSaving(IProgressMonitor whole) {
		super(whole);
	}

	/** Whether the page was not saved. */
	public boolean isRefused() {
		return refused;
	}

	@Override
	public boolean isCanceled() {
		return refused || super.isCanceled();
	}

	@Override
	public void setCanceled(boolean canceled) {
		refused = canceled;
	}
}
