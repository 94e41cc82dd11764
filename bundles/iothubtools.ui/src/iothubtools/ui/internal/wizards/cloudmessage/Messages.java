// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Wizard_title;
	public static String Page_title;
	public static String Page_description;
	public static String Hub_missing;
	public static String Right_missing;
	public static String Devices_label;
	public static String Devices_tooltip;
	public static String Devices_missing;
	public static String Device_id_problem;
	public static String Properties_title;
	public static String Properties_description;
	public static String Message_id_label;
	public static String Message_id_hint;
	public static String Correlation_id_label;
	public static String User_id_label;
	public static String User_id_problem;
	public static String Expiry_label;
	public static String Expiry_hint;
	public static String Expiry_accessible;
	public static String Expiry_unit_accessible;
	public static String Expiry_problem;
	public static String Seconds;
	public static String Minutes;
	public static String Hours;
	public static String Days;
	public static String Feedback_label;
	public static String Feedback_accessible;
	public static String Feedback_none;
	public static String Feedback_positive;
	public static String Feedback_negative;
	public static String Feedback_full;
	public static String Feedback_note;
	public static String Properties_label;
	public static String Property_ack;
	public static String Not_sent_one;
	public static String Not_sent;
	public static String Sent_title;
	public static String Sent_label;
	public static String Sent_accessible;
	public static String Column_device;
	public static String Column_state;
	public static String Column_since;
	public static String Column_message_id;
	public static String Details_label;
	public static String Again_label;
	public static String Edit_label;
	public static String Summary;
	public static String Summary_one;
	public static String Summary_state;
	public static String No_feedback;
	public static String State_sending;
	public static String State_queued;
	public static String State_queued_no_feedback;
	public static String State_delivered;
	public static String State_rejected;
	public static String State_expired;
	public static String State_delivery_count;
	public static String State_purged;
	public static String State_failed;
	public static String State_unknown;
	public static String State_not_tried;
	public static String Details_queued;
	public static String Details_queued_no_feedback;
	public static String Details_delivered;
	public static String Details_rejected;
	public static String Details_expired;
	public static String Details_delivery_count;
	public static String Details_purged;
	public static String Details_unknown;
	public static String Details_not_tried;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
