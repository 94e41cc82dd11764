// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.device;

import iothubtools.ui.internal.credentials.CredentialFields;
import iothubtools.ui.internal.wizards.HubField;

/** Ids of the fields of the wizard. */
public final class NewDeviceFields {

	public static final String HUB = HubField.ID;
	public static final String DEVICE_ID = "deviceId";
	public static final String FROM = "from";
	public static final String TO = "to";
	public static final String PREVIEW = "preview";
	public static final String TAGS = "tags";
	public static final String DESIRED = "desired";
	public static final String OUTCOME = "outcome";
	public static final String GENERATE_KEYS = "generateKeys";
	public static final String SHOW_KEYS = "showKeys";
	public static final String PRIMARY_KEY = "primaryKey";
	public static final String SECONDARY_KEY = "secondaryKey";
	public static final String GENERATE_PRIMARY = "generatePrimary";
	public static final String GENERATE_SECONDARY = "generateSecondary";
	public static final String PRIMARY_THUMBPRINT = CredentialFields.PRIMARY_THUMBPRINT;
	public static final String SECONDARY_THUMBPRINT = CredentialFields.SECONDARY_THUMBPRINT;
	public static final String BROWSE_PRIMARY = CredentialFields.BROWSE_PRIMARY;
	public static final String BROWSE_SECONDARY = CredentialFields.BROWSE_SECONDARY;
	public static final String THUMBPRINT_ALGORITHM = CredentialFields.THUMBPRINT_ALGORITHM;
	public static final String THUMBPRINT_HINT = CredentialFields.THUMBPRINT_HINT;
	public static final String IOT_EDGE = "iotEdge";
	public static final String ENABLED = "enabled";
	public static final String STATUS_REASON = "statusReason";
	public static final String REPLY = "replyJson";
	public static final String CREATE_ANOTHER = "createAnother";
	public static final String COPY_CONNECTION_STRING = "copyConnectionString";

	private NewDeviceFields() {
	}
}
