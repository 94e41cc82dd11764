// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.handlers.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Authentication_authority;
	public static String Authentication_button;
	public static String Authentication_keys;
	public static String Authentication_question_many;
	public static String Authentication_question_one;
	public static String Authentication_selfSigned;
	public static String Authentication_title;
	public static String Change_failed_many;
	public static String Change_failed_one;
	public static String Conflict_authentication;
	public static String Conflict_keys;
	public static String Conflict_keys_before;
	public static String Conflict_keys_changed;
	public static String Conflict_keys_same;
	public static String Conflict_mine;
	public static String Conflict_overwrite;
	public static String Conflict_parents;
	public static String Conflict_question;
	public static String Conflict_reason;
	public static String Conflict_reload;
	public static String Conflict_status;
	public static String Conflict_theirs;
	public static String Conflict_title;
	public static String Delete_button;
	public static String Delete_done_many;
	public static String Delete_done_one;
	public static String Delete_done_withoutTwins;
	public static String Delete_failed_many;
	public static String Delete_failed_one;
	public static String Delete_question_many;
	public static String Delete_question_one;
	public static String Delete_question_tooMany;
	public static String Delete_title;
	public static String Disable_button;
	public static String Disable_question_many;
	public static String Disable_question_one;
	public static String Disable_title;
	public static String Parent_none;
	public static String Parent_question_many;
	public static String Parent_question_noEdge;
	public static String Parent_question_one;
	public static String Parent_title;
	public static String Purge_button;
	public static String Purge_done;
	public static String Purge_done_one;
	public static String Purge_failed_many;
	public static String Purge_failed_one;
	public static String Purge_question_many;
	public static String Purge_question_one;
	public static String Purge_title;
	public static String Purge_waiting;
	public static String Purge_waiting_none;
	public static String Purge_waiting_one;
	public static String Reason_question_many;
	public static String Reason_question_one;
	public static String Reason_title;
	public static String Reason_tooLong;
	public static String RegeneratePrimary_question_many;
	public static String RegeneratePrimary_question_one;
	public static String RegeneratePrimary_title;
	public static String RegenerateSecondary_question_many;
	public static String RegenerateSecondary_question_one;
	public static String RegenerateSecondary_title;
	public static String Regenerate_button;
	public static String Save_button;
	public static String Swap_title;
	public static String Swap_button;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
