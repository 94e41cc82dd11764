// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.fix;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String ADD_COLON;
	public static String ADD_COMMA;
	public static String CLOSE_QUOTE;
	public static String ESCAPE;
	public static String QUOTE;
	public static String REMOVE_COMMA;
	public static String REMOVE_COMMENT;
	public static String REMOVE_ITEM;
	public static String REMOVE_MEMBER;
	public static String REMOVE_REST;
	public static String RENAME;
	public static String SHORTEN;
	public static String No_fix;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
