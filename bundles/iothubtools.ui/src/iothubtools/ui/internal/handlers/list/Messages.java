// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.list;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String DeleteQuery_question;
	public static String DeleteQuery_title;
	public static String Delete_button;
	public static String CancelJob_button;
	public static String CancelJob_done;
	public static String CancelJob_question_many;
	public static String CancelJob_question_one;
	public static String CancelJob_title;
	public static String DeleteConfiguration_done;
	public static String DeleteConfiguration_question_many;
	public static String DeleteConfiguration_question_one;
	public static String DeleteConfiguration_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
