// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import iothubtools.ui.internal.wizards.HubField;

/** Ids of the fields of the wizards that copy or move to a hub. */
public final class CopyFields {

	public static final String HUB = HubField.ID;
	/** How many would end how. */
	public static final String SUMMARY = "copySummary";
	public static final String PLAN = "copyPlan";
	/** Whether configurations that are others are overwritten. */
	public static final String OVERWRITE = "copyOverwrite";
	public static final String CHECK = "copyCheck";

	private CopyFields() {
	}
}
