// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.status;

import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.errors.ServiceException;
import iothubtools.core.hubs.HubConnection;

/** Codes of the service's own errors, by the name in its iothub-errorcode header and then by HTTP status (contract §5). */
final class ServiceCodes {

	private ServiceCodes() {
	}

	static HubStatusCode of(ServiceException failure, HubConnection connection) {
		if (failure.sharedKeysOff()) {
			return HubStatusCode.SHARED_KEYS_OFF;
		}
		if (BulkOutcome.WithoutTwin.NAME.equals(failure.errorName())) {
			return HubStatusCode.WITHOUT_TWIN;
		}
		return switch (failure.code()) {
		case IOT_HUB_NOT_FOUND -> HubStatusCode.HUB_GONE;
		case IOT_HUB_QUOTA_EXCEEDED -> HubStatusCode.QUOTA;
		case DEVICE_DISABLED -> HubStatusCode.DEVICE_DISABLED;
		case DEVICE_MAXIMUM_QUEUE_DEPTH_EXCEEDED, DEVICE_MAXIMUM_QUEUE_SIZE_EXCEEDED -> HubStatusCode.QUEUE_FULL;
		case MESSAGE_TOO_LARGE -> HubStatusCode.MESSAGE_TOO_LARGE;
		case DEVICE_NOT_ONLINE -> failure.notSubscribed() ? HubStatusCode.NOT_SUBSCRIBED : HubStatusCode.DEVICE_OFFLINE;
		case GATEWAY_TIMEOUT -> HubStatusCode.METHOD_TIMEOUT;
		case DEVICE_CONNECTION_CLOSED_REMOTELY -> HubStatusCode.DEVICE_LEFT;
		case DEVICE_MAXIMUM_INFLIGHT_METHOD_EXCEEDED -> HubStatusCode.METHODS_WAITING;
		case THROTTLING_MAX_ACTIVE_JOB_COUNT_EXCEEDED -> HubStatusCode.TOO_MANY_JOBS;
		case OPERATION_NOT_ALLOWED_IN_CURRENT_STATE -> HubStatusCode.JOB_BEGUN;
		case TOO_MANY_DEVICES -> HubStatusCode.TOO_MANY_DEVICES;
		case CONFIGURATION_COUNT_LIMIT_EXCEEDED -> HubStatusCode.TOO_MANY_CONFIGURATIONS;
		case IOT_HUB_UNAUTHORIZED -> connection.isEntra() ? HubStatusCode.NO_ROLE : byStatus(failure, connection);
		default -> byStatus(failure, connection);
		};
	}

	private static HubStatusCode byStatus(ServiceException failure, HubConnection connection) {
		return switch (failure.status()) {
		case 400, 405, 415 -> HubStatusCode.REFUSED_REQUEST;
		case 401 -> connection.isEntra() ? HubStatusCode.TOKEN_REFUSED
				: StatusText.clockIsBehind(failure) ? HubStatusCode.CLOCK_OFF : HubStatusCode.UNAUTHORIZED;
		case 403 -> HubStatusCode.FORBIDDEN;
		case 404 -> HubStatusCode.NOT_FOUND;
		case 409 -> HubStatusCode.ALREADY_EXISTS;
		case 412 -> HubStatusCode.CHANGED_MEANWHILE;
		case 413 -> HubStatusCode.TOO_LARGE;
		case 429 -> HubStatusCode.THROTTLED;
		case 501 -> HubStatusCode.NOT_SUPPORTED;
		case 500, 502, 503, 504 -> HubStatusCode.SERVICE_TROUBLE;
		default -> HubStatusCode.UNEXPECTED_REPLY;
		};
	}
}
