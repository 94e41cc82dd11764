// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import java.util.List;

import iothubtools.core.status.HubStatusCode;
import iothubtools.ui.internal.WidgetIds;

/** What a person can do about a failure of a hub without leaving the IDE, in the order in which it is offered. */
public enum Remedy {
	START_LOCAL_HUB(WidgetIds.START_LOCAL_HUB),
	ENABLE_DEVICE("enableDevice"),
	/** Host, port, policy, key, tenant, CA certificate: whatever is wrong with it, it is mended in one dialog. */
	EDIT_CONNECTION("editConnection"),
	NETWORK_CONNECTIONS("networkConnections"),
	SECURE_STORAGE("secureStorage"),
	/** The same once more, as it may go better now or when something outside of the IDE was done. */
	AGAIN(WidgetIds.RETRY),
	/** To see what the hub has now. */
	REFRESH("refresh"),
	/** A device or module in the place of one that is gone; the place that tells of it offers it. */
	CREATE_ANEW("createAnew"),
	/** What the hub has in the place of what was typed; the place that tells of the failure offers it. */
	RELOAD("reloadAnother"),
	/** What was typed, to something else than it was typed for; the place that tells of the failure offers it. */
	SAVE_ANYWAY("saveAnyway"),
	/** What is about something that is gone; the place itself offers it. */
	CLOSE("closeGone");

	private final String widgetId;

	Remedy(String widgetId) {
		this.widgetId = widgetId;
	}

	/** Names the link that offers it. */
	public String widgetId() {
		return widgetId;
	}

	/**
	 * All that the sentence of this code tells to do, as far as the IDE can; none for those that tell nothing to do, or something that only
	 * whoever gave the command can do, as to type another id.
	 */
	public static List<Remedy> of(HubStatusCode code) {
		return switch (code) {
		case AMQP_UNREACHED -> List.of(START_LOCAL_HUB, AGAIN);
		case REFUSED -> List.of(START_LOCAL_HUB, EDIT_CONNECTION, AGAIN);
		case NAME_NOT_FOUND, HUB_GONE, TLS_FAILED, AZURE_CLI_MISSING, WRONG_TENANT, TOKEN_REFUSED -> List.of(EDIT_CONNECTION, AGAIN);
		case TLS_NOT_TRUSTED, TLS_HOST_MISMATCH, UNAUTHORIZED, RIGHT_MISSING, SHARED_KEYS_OFF, KEY_NEEDED, TOO_LARGE_REPLY, SECRETS_UNREADABLE, MISSING_KEY,
				CA_CERTIFICATE ->
			List.of(EDIT_CONNECTION);
		case CONNECT_TIMEOUT, NOT_JSON -> List.of(EDIT_CONNECTION, NETWORK_CONNECTIONS, AGAIN);
		case PROXY_REFUSED, PROXY_AUTHENTICATION, UNREACHABLE, TIMEOUT -> List.of(NETWORK_CONNECTIONS, AGAIN);
		case SECRETS_UNWRITABLE -> List.of(SECURE_STORAGE, AGAIN);
		case CONNECTION_LOST, NO_ROLE, DEVICE_UNAUTHORIZED, CLOCK_OFF, THROTTLED, SERVICE_TROUBLE, TRUNCATED, SECRETS_REFUSED, NOT_SIGNED_IN,
				SIGN_IN_TIMEOUT, SIGN_IN_FAILED, QUOTA, QUEUE_FULL, TOO_MANY_CONFIGURATIONS, TOO_MANY_JOBS, DEVICE_OFFLINE, NOT_SUBSCRIBED,
				METHODS_WAITING ->
			List.of(AGAIN);
		case DEVICE_DISABLED -> List.of(ENABLE_DEVICE);
		case CHANGED_MEANWHILE, OTHER_DEVICE, NOT_FOUND -> List.of(REFRESH);
		// what may have been run is not run twice without a look at the device
		case METHOD_TIMEOUT, DEVICE_LEFT -> List.of();
		case CANCELLED, FORBIDDEN, ALREADY_EXISTS, TOO_LARGE, MESSAGE_TOO_LARGE, TOO_MANY_DEVICES, JOB_BEGUN, WITHOUT_TWIN, REFUSED_REQUEST, NOT_SUPPORTED, UNEXPECTED_REPLY,
				INVALID_INPUT, FILE_UNUSABLE, INTERNAL ->
			List.of();
		};
	}
}
