// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.jobs;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String Column_applied;
	public static String Column_condition;
	public static String Column_created;
	public static String Column_device;
	public static String Column_devices;
	public static String Column_end;
	public static String Column_failed;
	public static String Column_id;
	public static String Column_kind;
	public static String Column_pending;
	public static String Column_priority;
	public static String Column_reportedFailed;
	public static String Column_result;
	public static String Column_running;
	public static String Column_start;
	public static String Column_state;
	public static String Column_succeeded;
	public static String Column_successful;
	public static String Column_target;
	public static String Column_targeted;
	public static String Column_type;
	public static String Column_updated;
	public static String Configurations_accessible;
	public static String Configurations_count;
	public static String Configurations_count_one;
	public static String Configurations_first;
	public static String Configurations_listing;
	public static String Configurations_name;
	public static String Configurations_none;
	public static String Configurations_title;
	public static String Content_accessible;
	public static String Details_accessible;
	public static String Details_configuration_accessible;
	public static String Details_none;
	public static String Devices_accessible;
	public static String Devices_all;
	public static String Devices_cancelled;
	public static String Devices_failed;
	public static String Devices_none;
	public static String Devices_reading;
	public static String Devices_some;
	public static String Devices_toolTip;
	public static String Every_device;
	public static String Failure_reason;
	public static String Group_configuration;
	public static String Group_counts;
	public static String Group_devices;
	public static String Group_job;
	public static String Group_labels;
	public static String Group_metrics;
	public static String Group_queries;
	public static String Group_work;
	public static String Jobs_accessible;
	public static String Jobs_active;
	public static String Jobs_count;
	public static String Jobs_count_one;
	public static String Jobs_first;
	public static String Jobs_listing;
	public static String Jobs_name;
	public static String Jobs_none;
	public static String Jobs_title;
	public static String Kind_device;
	public static String Kind_edge;
	public static String Kind_module;
	public static String No_device;
	public static String Notice_accessible;
	public static String Remark_accessible;
	public static String State_cancelled;
	public static String State_completed;
	public static String State_failed;
	public static String State_pending;
	public static String State_queued;
	public static String State_running;
	public static String State_scheduled;
	public static String State_succeeded;
	public static String State_unknown;
	public static String Status_cancelled;
	public static String Status_failed;
	public static String Status_listed;
	public static String Status_message;
	public static String Status_noHub;
	public static String Status_old;
	public static String Tab_content;
	public static String Tab_properties;
	public static String Type_method;
	public static String Type_twin;
	public static String Type_unknown;
	public static String Export_done;
	public static String Export_done_one;
	public static String Export_failed;
	public static String Export_file;
	public static String Export_job;
	public static String Export_title;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
