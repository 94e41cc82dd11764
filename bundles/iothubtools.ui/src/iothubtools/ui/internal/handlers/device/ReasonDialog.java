// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.ui.internal.forms.LineDialog;

/** Asks for the status reason of devices. */
final class ReasonDialog extends LineDialog {

	/** @param action what the button says that does it */
	ReasonDialog(Shell parent, String title, String question, String reason, String action) {
		super(parent, title, question, reason, ReasonDialog::problem, action);
	}

	private static @Nullable String problem(@Nullable String reason) {
		int length = reason == null ? 0 : reason.length();
		return length <= DeviceIdentityBuilder.MAX_STATUS_REASON ? null
				: NLS.bind(Messages.Reason_tooLong, length, DeviceIdentityBuilder.MAX_STATUS_REASON);
	}
}
