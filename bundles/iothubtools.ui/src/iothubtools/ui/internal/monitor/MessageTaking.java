// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.core.telemetry.MessageExport;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.tasks.StatusLine;

/** Takes messages out of a monitor: into a file, or as text for the clipboard. */
final class MessageTaking {

	private final Composite root;
	private final IWorkbenchSiteProgressService site;
	private final MessageTable table;
	private final Consumer<String> told;

	/** @param told is given what somebody should be told */
	MessageTaking(Composite root, IWorkbenchSiteProgressService site, MessageTable table, Consumer<String> told) {
		this.root = root;
		this.site = site;
		this.table = table;
		this.told = told;
	}

	/** Writes the selected messages, or all that are shown where one at most is selected, to a file. */
	void export() {
		List<NumberedMessage> chosen = table.selected();
		MessageExports.start(root.getShell(), site, chosen.size() > 1 ? chosen : table.messages(), table.fields(), this::exported);
	}

	/** The view may be closed by then. */
	private void exported(IStatus outcome) {
		if (!root.isDisposed() && outcome.isOK()) {
			told.accept(outcome.getMessage());
		} else if (outcome.isOK()) {
			StatusLine.say(outcome.getMessage());
		} else {
			StatusManager.getManager().handle(outcome, StatusManager.SHOW);
		}
	}

	/** The selected messages as text. */
	String selectedAs(ExportFormat format) {
		List<NumberedMessage> chosen = table.selected();
		return chosen.isEmpty() ? "" : new MessageExport(chosen, table.fields(), format).text();
	}
}
