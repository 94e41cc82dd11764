// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import iothubtools.ui.internal.wizards.HubField;

/** Ids of the fields of the export. */
public final class ExportFields {

	public static final String HUB = HubField.ID;
	public static final String ALL = "allDevices";
	public static final String SELECTED = "selectedDevices";
	public static final String CSV = "csv";
	public static final String JSON_LINES = "jsonLines";
	public static final String FILE = "file";
	public static final String BROWSE = "browse";
	public static final String KEYS = "keys";
	/** What an interrupted export has left. */
	public static final String PART = "part";
	public static final String GO_ON = "goOn";
	public static final String ANEW = "anew";

	private ExportFields() {
	}
}
