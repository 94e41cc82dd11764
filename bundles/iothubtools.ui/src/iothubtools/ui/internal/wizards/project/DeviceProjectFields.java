// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.project;

import iothubtools.core.project.DeviceActivity;
import iothubtools.ui.internal.wizards.HubField;

/** Ids of the fields of the wizard. */
public final class DeviceProjectFields {

	public static final String NAME = "projectName";
	public static final String HUB = HubField.ID;
	public static final String DEVICE_ID = "deviceId";
	public static final String PACKAGE = "packageName";

	private DeviceProjectFields() {
	}

	/** Of a check box. */
	public static String does(DeviceActivity activity) {
		return "does" + activity;
	}
}
