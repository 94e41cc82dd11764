// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.queue;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Title;
	public static String Head;
	public static String Waiting;
	public static String Waiting_none;
	public static String Waiting_one;
	public static String Connected;
	public static String Waiting_disabled;
	public static String Receive;
	public static String Complete;
	public static String Abandon;
	public static String Reject;
	public static String Send;
	public static String Purge;
	public static String Receiving;
	public static String Receive_none;
	public static String Receive_failed;
	public static String Received_none;
	public static String Receive_title;
	public static String Receive_connected;
	public static String Receive_connected_button;
	public static String Settling;
	public static String Settle_failed;
	public static String Not_read;
	public static String Not_allowed;
	public static String State_locked;
	public static String State_over;
	public static String State_gone;
	public static String State_expired;
	public static String State_completed;
	public static String State_abandoned;
	public static String State_rejected;
	public static String Table_accessible;
	public static String Properties_accessible;
	public static String Column_messageId;
	public static String Column_state;
	public static String Column_body;
	public static String Column_deliveryCount;
	public static String Column_enqueued;
	public static String Property_correlationId;
	public static String Property_userId;
	public static String Property_to;
	public static String Property_contentType;
	public static String Property_contentEncoding;
	public static String Property_feedback;
	public static String Property_expiry;
	public static String Property_sequenceNumber;
	public static String Group_message;
	public static String Group_properties;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
