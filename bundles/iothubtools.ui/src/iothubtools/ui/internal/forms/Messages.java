// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package that a person reads. */
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Cancel;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
