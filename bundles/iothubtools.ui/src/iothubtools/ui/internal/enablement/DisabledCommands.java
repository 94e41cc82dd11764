// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.enablement;

import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListenerWithChecks;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.commands.ICommandService;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.model.MissingRights;

/** Says in the status line of a view why a key did nothing there, when it is a right that the policy of a hub lacks. */
public final class DisabledCommands implements IExecutionListenerWithChecks, AutoCloseable {

	private static final Set<String> OF_THE_PLATFORM = Set.of("org.eclipse.ui.edit.delete", "org.eclipse.ui.edit.paste", "org.eclipse.ui.edit.rename");

	private final IViewSite site;
	private final ICommandService commands;

	/** Listens from now on. */
	public DisabledCommands(IViewSite site) {
		this.site = site;
		commands = site.getService(ICommandService.class);
		commands.addExecutionListener(this);
	}

	@Override
	public void notEnabled(@Nullable String commandId, @Nullable NotEnabledException exception) {
		if (commandId == null || !commandId.startsWith(UiIds.BUNDLE + '.') && !OF_THE_PLATFORM.contains(commandId)
				|| site.getPage().getActivePart() != site.getPart()) {
			return;
		}
		List<HubConnection> hubs = HubSelection.connections(site.getSelectionProvider().getSelection());
		String reason = hubs.stream().map(MissingRights::shortly).filter(text -> !text.isEmpty()).findFirst().orElse("");
		if (!reason.isEmpty()) {
			site.getActionBars().getStatusLineManager().setMessage(reason);
		}
	}

	@Override
	public void notDefined(@Nullable String commandId, @Nullable NotDefinedException exception) {
		// there is nothing to say
	}

	@Override
	public void notHandled(@Nullable String commandId, @Nullable NotHandledException exception) {
		// there is nothing to say
	}

	@Override
	public void postExecuteFailure(@Nullable String commandId, @Nullable ExecutionException exception) {
		// who executed it tells
	}

	@Override
	public void postExecuteSuccess(@Nullable String commandId, @Nullable Object returnValue) {
		// all is well
	}

	@Override
	public void preExecute(@Nullable String commandId, @Nullable ExecutionEvent event) {
		// it is enabled
	}

	@Override
	public void close() {
		commands.removeExecutionListener(this);
	}
}
