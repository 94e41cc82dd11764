// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Authentication_type;
	public static String Ca_certificate;
	public static String Category_authentication;
	public static String Category_connection;
	public static String Category_device;
	public static String Category_device_software;
	public static String Category_edge;
	public static String Category_other;
	public static String Category_state;
	public static String Category_statistics;
	public static String Connection;
	public static String Connection_updated;
	public static String Details;
	public static String Device_hub;
	public static String Device_id;
	public static String Device_scope;
	public static String Devices_disabled;
	public static String Devices_enabled;
	public static String Devices_total;
	public static String Edge_device;
	public static String Etag;
	public static String Generation_id;
	public static String Host;
	public static String Last_activity;
	public static String Loading;
	public static String Mqtt_endpoint;
	public static String Amqp_endpoint;
	public static String Name;
	public static String No;
	public static String Parent_scopes;
	public static String Policy;
	public static String Sign_in;
	public static String Primary_key;
	public static String Primary_thumbprint;
	public static String Secondary_key;
	public static String Secondary_thumbprint;
	public static String Status;
	public static String Status_reason;
	public static String Status_updated;
	public static String Trust_certificate;
	public static String Waiting_messages;
	public static String Yes;
	public static String Devices_connected;
	public static String Device_count;
	public static String Device_type;
	public static String Parent;
	public static String Category_activity;
	public static String Category_desired;
	public static String Category_reported;
	public static String Category_tags;
	public static String Category_twin;
	public static String Desired_updated;
	public static String Desired_version;
	public static String Lines_accessible;
	public static String Reported_updated;
	public static String Reported_version;
	public static String Several_title;
	public static String Twin_more;
	public static String Twin_version;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
