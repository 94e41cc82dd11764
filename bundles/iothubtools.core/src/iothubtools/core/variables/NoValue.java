// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.variables;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

import iothubtools.client.exchange.Masking;

/** Why a variable has no value, where no hub was asked. */
final class NoValue {

	private static final String PLUGIN = "iothubtools.core";

	private NoValue() {
	}

	/** @param reason may repeat what somebody wrote, who may have pasted a connection string there: its key is not told */
	static CoreException because(String reason) {
		return new CoreException(new Status(IStatus.ERROR, PLUGIN, Masking.text(reason)));
	}
}
