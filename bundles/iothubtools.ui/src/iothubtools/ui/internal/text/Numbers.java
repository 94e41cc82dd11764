// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {

	private Numbers() {
	}

	/** With what stands between thousands, as "10,000". */
	public static String of(long number) {
		return String.format(Locale.getDefault(), "%,d", number);
	}
}
