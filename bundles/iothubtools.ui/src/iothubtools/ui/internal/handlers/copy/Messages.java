// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.copy;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Call_copied;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
