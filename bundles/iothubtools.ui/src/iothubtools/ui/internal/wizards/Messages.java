// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Failure_label;
	public static String Hub_label;
	public static String Hub_accessible;
	public static String Hub_item;
	public static String Hub_none;
	public static String Proposals_hint;
	public static String Proposals_hint_key;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
