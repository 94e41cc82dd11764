// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Column_authentication;
	public static String Column_connection;
	public static String Column_deviceId;
	public static String Column_etag;
	public static String Column_generation;
	public static String Column_hub;
	public static String Column_lastActivity;
	public static String Generation_head;
	public static String Generation_notRead;
	public static String Column_queue;
	public static String Column_status;
	public static String Column_statusReason;
	public static String Column_type;
	public static String Devices_many;
	public static String Devices_one;
	public static String Drop_configurations_notAllowed;
	public static String Drop_devices_notAllowed;
	public static String Drop_notAllowed;
	public static String Drop_one;
	public static String Empty_connect;
	public static String Empty_local;
	public static String Empty_starting;
	public static String Empty_steps;
	public static String Empty_text;
	public static String Error_of;
	public static String Error_start_local;
	public static String Error_title;
	public static String Error_title_many;
	public static String Filter_hint;
	public static String Filter_problem;
	public static String Filter_toolTip;
	public static String Hub_all;
	public static String Hub_default;
	public static String Hub_loading;
	public static String Hub_some;
	public static String Hub_stale;
	public static String Hub_collapsed;
	public static String Hub_expanded;
	public static String Hub_state;
	public static String Hub_starting;
	public static String Hub_stopped;
	public static String Hub_toolTip;
	public static String Hub_toolTip_entra;
	public static String Note_cancelled;
	public static String Note_notLoaded;
	public static String Note_stopped;
	public static String Stale_title;
	public static String Status_limited;
	public static String Status_limited_entra;
	public static String Status_loading;
	public static String Status_selected;
	public static String Status_separator;
	public static String Status_some;
	public static String Status_stale;
	public static String Status_stale_of;
	public static String Reason_accessible;
	public static String Rows_accessible;
	public static String Device_notListed;
	public static String Lookup_asked;
	public static String Lookup_found;
	public static String Lookup_absent;
	public static String Lookup_failed;
	public static String Hub_counts;
	public static String Hub_counts_total;
	public static String Status_of;
	public static String Hub_production;
	public static String Choices_accessible;
	public static String Choices_chosen;
	public static String Choices_any;
	public static String Choices_free;
	public static String Choices_toolTip;
	public static String Choices_toolTip_chosen;
	public static String Hidden_one;
	public static String Hidden_many;
	public static String Status_only;
	public static String Column_of;
	public static String Column_parent;
	public static String Tags_accessible;
	public static String Tags_choose;
	public static String Tags_message;
	public static String Tags_problem;
	public static String Tags_title;
	public static String Tags_tooMany;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
