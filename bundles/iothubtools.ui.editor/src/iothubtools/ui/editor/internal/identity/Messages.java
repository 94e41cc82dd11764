// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Title;
	public static String Head;
	public static String Save_failed;
	public static String Save_cancelled;
	public static String Production_title;
	public static String Production_button;
	public static String Production_not_saved;
	public static String Changed_meanwhile;
	public static String Keys_gone;
	public static String Module_id;
	public static String Managed_by;
	public static String Managed_by_tooltip;
	public static String Device_id;
	public static String Generation;
	public static String Connection;
	public static String Messages_waiting;
	public static String Status;
	public static String Reason;
	public static String Authentication;
	public static String Primary_key;
	public static String Secondary_key;
	public static String Primary_thumbprint;
	public static String Secondary_thumbprint;
	public static String Show_keys;
	public static String Swap;
	public static String Copy;
	public static String Copy_secondary;
	public static String Regenerate;
	public static String Regenerate_secondary;
	public static String Browse;
	public static String Browse_secondary;
	public static String Make;
	public static String Make_secondary;
	public static String Algorithm;
	public static String Edge;
	public static String Parent;
	public static String Parent_toolTip;
	public static String Connection_never;
	public static String Connection_text;
	public static String Primary_problem;
	public static String Secondary_problem;
	public static String Primary_thumbprint_missing;
	public static String Primary_thumbprint_problem;
	public static String Secondary_thumbprint_problem;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
