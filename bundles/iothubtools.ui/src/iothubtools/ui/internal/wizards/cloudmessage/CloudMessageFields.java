// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.cloudmessage;

import iothubtools.ui.internal.wizards.HubField;

/** Ids of the fields of the wizard that the one of the other direction does not have. */
public final class CloudMessageFields {

	public static final String HUB = HubField.ID;
	public static final String DEVICES = "devices";
	public static final String USER_ID = "userId";
	public static final String EXPIRES_AFTER = "expiresAfter";
	public static final String EXPIRY_UNIT = "expiryUnit";
	public static final String FEEDBACK = "feedbackMode";
	public static final String MESSAGES = "sentMessages";
	public static final String DETAILS = "sentMessageDetails";

	private CloudMessageFields() {
	}
}
