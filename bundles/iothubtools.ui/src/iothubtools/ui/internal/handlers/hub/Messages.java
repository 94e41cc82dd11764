// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.hub;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String RemoveHub_button;
	public static String RemoveHub_job;
	public static String RemoveHub_question;
	public static String RemoveHub_title;
	public static String Rights_edit;
	public static String Rights_title;
	public static String StartLocalHub_job;
	public static String StopLocalHub_job;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
