// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts of this package; see messages.properties. */
// the fields are filled by reflection, which null analysis cannot see
@NonNullByDefault({})
final class Messages extends NLS {

	public static String CreateDevice_title;
	public static String CreateDevices_title;
	public static String CreateModule_title;
	public static String DeleteDevices_title_one;
	public static String DeleteDevices_title_many;
	public static String DeleteModule_title;
	public static String EdgeDevices_title;
	public static String GetModule_title;
	public static String InvokeMethod_title_many;
	public static String InvokeMethod_title_one;
	public static String ListModules_title;
	public static String ReplaceModule_title;
	public static String GetDevice_title;
	public static String ReadGenerations_progress;
	public static String ReadGenerations_title_many;
	public static String ReadGenerations_title_one;
	public static String GetTwin_title;
	public static String PatchTwin_title;
	public static String ListDevices_title;
	public static String ListDevices_progress;
	public static String PurgeQueues_title_many;
	public static String PurgeQueues_title_one;
	public static String Copy_changed;
	public static String Copy_message;
	public static String Copy_messages;
	public static String Copy_module;
	public static String Copy_modules;
	public static String Copy_modulesUnknown;
	public static String Copy_noParent;
	public static String Copy_notThere;
	public static String Copy_sameHub;
	public static String Copy_twinUnknown;
	public static String ReadDevices_title;
	public static String ListenForFeedback_title;
	public static String SendCloudToDevice_title_many;
	public static String SendCloudToDevice_title_one;
	public static String ReceiveMessage_title;
	public static String RestoreDevices_title;
	public static String SendMessage_title;
	public static String SettleMessage_abandon;
	public static String SettleMessage_complete;
	public static String SettleMessage_reject;
	public static String Statistics_title;
	public static String TestConnection_title;
	public static String UpdateDevices_title_many;
	public static String UpdateDevices_title_one;
	public static String ImportDevices_title;
	public static String ImportDevices_title_dry;
	public static String ExportDevices_title;
	public static String Reading_key;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
	}

	private Messages() {
	}
}
