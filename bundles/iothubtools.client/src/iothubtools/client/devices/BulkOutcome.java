// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceError;
import iothubtools.client.errors.ServiceException;

/** What became of one element of a bulk call. */
public sealed interface BulkOutcome {

	/** The element. */
	BulkItem item();

	/**
	 * The hub has done it.
	 *
	 * @param item the element
	 */
	record Done(BulkItem item) implements BulkOutcome {
	}

	/**
	 * The hub has registered the device, but has not written the tags and desired properties it was to begin with.
	 *
	 * @param item    the element
	 * @param message the service's text, may be empty
	 */
	record WithoutTwin(BulkItem item, String message) implements BulkOutcome {

		/** What the service calls it: a warning, which has a name but no number (contract §3.1). */
		public static final String NAME = "DeviceRegisteredWithoutTwin";

		private static final int BAD_REQUEST = 400;

		/** The failure of the second half. */
		public ServiceException failure() {
			return new ServiceException(new ServiceError(BAD_REQUEST, HubErrorCode.UNKNOWN, NAME, 0, message, null, null, null));
		}
	}

	/**
	 * The hub has not done it.
	 *
	 * @param item    the element
	 * @param code    why, {@link HubErrorCode#UNKNOWN} if this version does not know it
	 * @param name    the service's name of it, or its number where this version knows no name
	 * @param message the service's text, may be empty
	 */
	record Refused(BulkItem item, HubErrorCode code, String name, String message) implements BulkOutcome {

		private static final int BAD_REQUEST = 400;
		/** An error's number is its HTTP status and three digits more (contract §5). */
		private static final int NUMBERS_OF_A_STATUS = 1000;

		/** The failure that a call for this element alone would have met. */
		public ServiceException failure() {
			int status = code == HubErrorCode.UNKNOWN ? BAD_REQUEST : code.number() / NUMBERS_OF_A_STATUS;
			return new ServiceException(new ServiceError(status, code, name, code.number(), message, null, null, null));
		}
	}

	/**
	 * The call it was in failed: whether the hub has done it is not known, unless the failure says so.
	 *
	 * @param item    the element
	 * @param failure why
	 */
	record Failed(BulkItem item, HubException failure) implements BulkOutcome {
	}

	/**
	 * It was not sent, because an earlier call failed.
	 *
	 * @param item the element
	 */
	record NotSent(BulkItem item) implements BulkOutcome {
	}
}
