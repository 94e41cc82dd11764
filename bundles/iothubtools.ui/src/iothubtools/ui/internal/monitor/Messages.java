// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Action_chart;
	public static String Action_chart_toolTip;
	public static String Action_clear;
	public static String Action_clear_toolTip;
	public static String Action_columns;
	public static String Action_columns_toolTip;
	public static String Action_copyCsv;
	public static String Action_copyCsv_toolTip;
	public static String Action_copyJson;
	public static String Action_copyJson_toolTip;
	public static String Action_export;
	public static String Action_export_toolTip;
	public static String Action_pause;
	public static String Action_pause_toolTip;
	public static String Action_scrollLock;
	public static String Action_scrollLock_toolTip;
	public static String Action_start;
	public static String Action_start_toolTip;
	public static String Action_stop;
	public static String Action_stop_toolTip;
	public static String Allow_button;
	public static String Allow_question;
	public static String Allow_title;
	public static String Chart_accessible;
	public static String Chart_empty;
	public static String Chart_export;
	public static String Chart_exported;
	public static String Chart_file;
	public static String Chart_paths;
	public static String Chart_paths_toolTip;
	public static String Chart_title;
	public static String Column_body;
	public static String Column_contentEncoding;
	public static String Column_contentType;
	public static String Column_correlationId;
	public static String Column_creationTime;
	public static String Column_device;
	public static String Column_messageId;
	public static String Column_module;
	public static String Column_offset;
	public static String Column_partition;
	public static String Column_properties;
	public static String Column_sequenceNumber;
	public static String Column_size;
	public static String Column_source;
	public static String Column_time;
	public static String Columns_message;
	public static String Columns_title;
	public static String Details_expiry;
	public static String Details_properties_accessible;
	public static String Details_to;
	public static String Details_userId;
	public static String Empty_clearFilter;
	public static String Empty_connecting;
	public static String Empty_filtered;
	public static String Empty_group;
	public static String Empty_noConnection;
	public static String Empty_send;
	public static String Empty_start;
	public static String Empty_startLocal;
	public static String Empty_stopped;
	public static String Empty_waiting;
	public static String Export_button;
	public static String Export_done;
	public static String Export_failed;
	public static String Export_file;
	public static String Export_job;
	public static String Export_replace;
	public static String Export_title;
	public static String Filter_accessible;
	public static String Filter_hint;
	public static String Filter_toolTip;
	public static String Form_devices;
	public static String Form_devices_all;
	public static String Form_devices_toolTip;
	public static String Form_from;
	public static String Form_from_earliest;
	public static String Form_from_now;
	public static String Form_from_time;
	public static String Form_group;
	public static String Form_group_toolTip;
	public static String Form_group_warning;
	public static String Form_time_toolTip;
	public static String Form_time_wrong;
	public static String Group_annotations;
	public static String Group_message;
	public static String Group_properties;
	public static String Notice_accessible;
	public static String Notice_allow;
	public static String Notice_localStopped;
	public static String Notice_missing;
	public static String Notice_otherGroup;
	public static String Notice_partition;
	public static String Notice_startLocal;
	public static String Notice_waiting;
	public static String Source_connection;
	public static String Source_digitalTwin;
	public static String Source_job;
	public static String Source_lifecycle;
	public static String Source_telemetry;
	public static String Source_twin;
	public static String Start_noHub;
	public static String Status_connecting;
	public static String Status_failed;
	public static String Status_fellOut;
	public static String Status_messages;
	public static String Status_messages_one;
	public static String Status_paused;
	public static String Status_pausedSince;
	public static String Status_rate;
	public static String Status_reading;
	public static String Status_reading_one;
	public static String Status_separator;
	public static String Status_shown;
	public static String Status_stopped;
	public static String Status_waiting;
	public static String Table_accessible;
	public static String View_name;
	public static String View_name_devices;
	public static String View_name_hub;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
