// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.inspect;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String After_check;
	public static String Check_label;
	public static String Clock_ahead;
	public static String Clock_behind;
	public static String Clock_label;
	public static String Clock_same;
	public static String Clock_unknown;
	public static String Compare_label;
	public static String Compare_optional;
	public static String Compare_other;
	public static String Compare_problem;
	public static String Compare_same;
	public static String Expiry_label;
	public static String Expiry_left;
	public static String Expiry_never;
	public static String Expiry_past;
	public static String Job;
	public static String Key_differs;
	public static String Key_matches;
	public static String Key_secondary;
	public static String Key_unknown;
	public static String Kind_device;
	public static String Kind_device_token;
	public static String Kind_devices_token;
	public static String Kind_event_hub;
	public static String Kind_events_token;
	public static String Kind_hub;
	public static String Kind_hub_token;
	public static String Kind_label;
	public static String Kind_module;
	public static String Kind_module_token;
	public static String Kind_other_token;
	public static String Match_label;
	public static String Message;
	public static String Problem;
	public static String Result_failed;
	public static String Result_passed;
	public static String Result_skipped;
	public static String Scope_label;
	public static String Scope_own;
	public static String Scope_policy;
	public static String Span_days;
	public static String Span_hours;
	public static String Span_minutes;
	public static String Step_authentication;
	public static String Step_dns;
	public static String Step_proxy;
	public static String Step_tcp;
	public static String Step_tls;
	public static String Stop_label;
	public static String Stopped;
	public static String Text_label;
	public static String Title;
	public static String Waiting;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
