// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.variables;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.variables.IDynamicVariable;
import org.eclipse.core.variables.IDynamicVariableResolver;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.exchange.Masking;
import iothubtools.core.IotHubCore;
import iothubtools.core.variables.HubVariables;
import iothubtools.ui.internal.UiIds;

/**
 * Gives the variables {@value #HOST}, {@value #CONNECTION_STRING} and {@value #SAS_TOKEN} their values, of which all but the first are secrets:
 * they go to whoever asked and nowhere else.
 */
public final class HubVariableResolver implements IDynamicVariableResolver {

	/** Where a hub answers. */
	public static final String HOST = "iothub_host";
	/** The connection string of a hub, a device or a module. */
	public static final String CONNECTION_STRING = "iothub_connection_string";
	/** A token for it. */
	public static final String SAS_TOKEN = "iothub_sas_token";

	@Override
	public String resolveValue(@Nullable IDynamicVariable variable, @Nullable String argument) throws CoreException {
		String name = variable == null ? "" : variable.getName();
		// somebody may have pasted a connection string there; what is said goes into logs
		String expression = "${" + name + (argument == null ? "" : ":" + (HubVariables.isSecret(argument) ? Masking.MASK : argument)) + "}";
		HubVariables variables = IotHubCore.get().variables();
		try {
			return switch (name) {
			case HOST -> variables.host(argument);
			case CONNECTION_STRING -> OffTheUi.get(NLS.bind(Messages.Reading, expression),
					(monitor, cancellation) -> variables.connectionString(argument, monitor, cancellation));
			case SAS_TOKEN -> OffTheUi.get(NLS.bind(Messages.Reading, expression),
					(monitor, cancellation) -> variables.sasToken(argument, monitor, cancellation));
			default -> throw new IllegalArgumentException(name);
			};
		} catch (CoreException e) {
			IStatus reason = e.getStatus();
			throw reason.matches(IStatus.CANCEL) ? e
					: new CoreException(new Status(IStatus.ERROR, UiIds.BUNDLE, Masking.text(NLS.bind(Messages.No_value, expression, reason.getMessage()))));
		}
	}

	/** What reads a value. */
	interface Reading {
		String read(IProgressMonitor monitor, Cancellation cancellation) throws CoreException;
	}
}
