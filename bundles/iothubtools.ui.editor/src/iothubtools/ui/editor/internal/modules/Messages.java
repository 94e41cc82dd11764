// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.modules;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Title;
	public static String Head;
	public static String Accessible;
	public static String Column_module;
	public static String None;
	public static String Open;
	public static String Not_opened;
	public static String New;
	public static String New_title;
	public static String New_question;
	public static String Id_problem;
	public static String Creating;
	public static String Not_created;
	public static String Delete;
	public static String Delete_title;
	public static String Delete_question;
	public static String Delete_button;
	public static String Deleting;
	public static String Not_deleted;
	public static String Copy;
	public static String Copy_secondary;
	public static String Reading_module;
	public static String Not_copied;
	public static String No_connection_string;
	public static String Copied;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
