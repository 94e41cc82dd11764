// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

/** Ids of the fields of the preference page and of the dialog for one hub connection. */
public final class ConnectionFields {

	public static final String TABLE = "hubConnections";
	public static final String ADD = "addConnection";
	public static final String EDIT = "editConnection";
	public static final String REMOVE = "removeConnection";
	public static final String MAKE_DEFAULT = "makeDefault";
	public static final String LOCAL_HUB_SYNC = "localHubSync";

	public static final String CLEAR_CLIPBOARD = "clearClipboard";
	public static final String CLEAR_CLIPBOARD_SECONDS = "clearClipboardSeconds";
	public static final String NOTIFY = "notifySuccess";
	public static final String NOTIFY_SECONDS = "notifySuccessSeconds";

	public static final String POLICY = "sharedAccessPolicy";
	public static final String ENTRA = "entra";
	public static final String TENANT = "tenant";
	public static final String NAME = "connectionName";
	public static final String CONNECTION_STRING = "connectionString";
	public static final String SHOW_KEY = "showKey";
	public static final String HOST_NAME = "hostName";
	public static final String POLICY_NAME = "policyName";
	public static final String KEY = "sharedAccessKey";
	public static final String PRODUCTION = "production";
	public static final String CA_CERTIFICATE = "caCertificate";
	public static final String BROWSE_CA = "browseCaCertificate";
	public static final String TEST = "testConnection";
	public static final String VERDICT = "verdict";

	private ConnectionFields() {
	}
}
