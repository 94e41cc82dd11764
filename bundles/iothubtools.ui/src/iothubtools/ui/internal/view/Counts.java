// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.text.NumberFormat;

import org.eclipse.osgi.util.NLS;

/** Numbers in words. */
final class Counts {

	private Counts() {
	}

	/** With the separators of the user's language: "2,500". */
	static String number(long count) {
		return NumberFormat.getIntegerInstance().format(count);
	}

	/** "1 device", "2,500 devices". */
	static String devices(long count) {
		return count == 1 ? Messages.Devices_one : NLS.bind(Messages.Devices_many, number(count));
	}
}
