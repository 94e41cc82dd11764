// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.internal.auth.TokenSource;
import iothubtools.client.internal.devices.DeviceListing;
import iothubtools.client.internal.devices.WrittenDevice;
import iothubtools.client.internal.http.HubCaller;
import iothubtools.client.internal.http.HubReply;
import iothubtools.client.internal.http.HubRequest;
import iothubtools.client.internal.http.UnclearTries;
import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.reply.ReplyJson;
import iothubtools.client.internal.text.PercentEncoding;

/**
 * The device identities of a hub (contract §§3.1 to 3.3). Methods wait for the hub and must not be called on a UI thread;
 * each throws {@link CancellationException} within a second of being cancelled. Safe for use by several threads.
 */
public final class DeviceIdentities {

	private static final String IF_MATCH = "If-Match";
	private static final int NOT_FOUND = 404;
	private static final int CONFLICT = 409;
	private static final int PRECONDITION_FAILED = 412;

	private final HubCaller caller;
	private final TokenSource tokens;

	DeviceIdentities(HubCaller caller, TokenSource tokens) {
		this.caller = caller;
		this.tokens = tokens;
	}

	/**
	 * The identity of a device as it is now. Needs RegistryRead.
	 *
	 * @throws ServiceException with {@link HubErrorCode#DEVICE_NOT_FOUND} if there is none
	 */
	public DeviceIdentity get(String deviceId, Cancellation cancellation) throws HubException {
		return ReplyJson.device(caller.await(HubRequest.of("GET", path(deviceId), tokens), cancellation));
	}

	/**
	 * Creates a device. Needs RegistryWrite. If a try ends unclear and a later one finds the device there with what was
	 * sent, the earlier one is taken to have won (contract §9.14).
	 *
	 * @return the identity as the hub made it, with its keys
	 * @throws ServiceException with {@link HubErrorCode#DEVICE_ALREADY_EXISTS} if the id is taken
	 */
	public DeviceIdentity create(DeviceIdentity device, Cancellation cancellation) throws HubException {
		HubRequest request = HubRequest.of("PUT", path(device.deviceId()), tokens).withJson(device.toJson());
		return write(request, device, CONFLICT, cancellation);
	}

	/**
	 * Changes a device: reads its identity, applies {@code change} and writes the whole back under the etag that was read.
	 * Needs RegistryRead and RegistryWrite.
	 *
	 * @return the identity as it is after the change
	 * @throws ServiceException with {@link HubErrorCode#PRECONDITION_FAILED} if someone else changed it in between, with
	 *                          {@link HubErrorCode#DEVICE_NOT_FOUND} if there is none
	 */
	public DeviceIdentity update(String deviceId, UnaryOperator<DeviceIdentity> change, Cancellation cancellation)
			throws HubException {
		HubReply read = caller.await(HubRequest.of("GET", path(deviceId), tokens), cancellation);
		DeviceIdentity current = ReplyJson.device(read);
		if (current.etag().isEmpty()) {
			// an empty If-Match would mean "create", not "update what I have read"
			throw ReplyJson.unexpected(read, "a device identity with an etag", null);
		}
		DeviceIdentity changed = change.apply(current);
		HubRequest request = HubRequest.of("PUT", path(deviceId), tokens).with(IF_MATCH, quoted(current.etag()))
				.withJson(changed.toJson());
		return write(request, changed, PRECONDITION_FAILED, cancellation);
	}

	/**
	 * @param refusedAs the status by which the hub refuses a second try after a first one that won
	 */
	private DeviceIdentity write(HubRequest request, DeviceIdentity wanted, int refusedAs, Cancellation cancellation)
			throws HubException {
		UnclearTries unclear = new UnclearTries();
		try {
			return ReplyJson.device(caller.await(request, unclear::add, cancellation));
		} catch (ServiceException e) {
			if (unclear.mayExplain(e, refusedAs)) {
				DeviceIdentity existing = get(wanted.deviceId(), cancellation);
				if (WrittenDevice.isLike(existing, wanted)) {
					return existing;
				}
			}
			throw e;
		}
	}

	/**
	 * Deletes a device. Needs RegistryWrite.
	 *
	 * @param etag the version to delete, null for any
	 * @throws ServiceException with {@link HubErrorCode#PRECONDITION_FAILED} if it has another etag, with
	 *                          {@link HubErrorCode#DEVICE_NOT_FOUND} if there is none
	 */
	public void delete(String deviceId, @Nullable String etag, Cancellation cancellation) throws HubException {
		HubRequest request = HubRequest.of("DELETE", path(deviceId), tokens) //
				.with(IF_MATCH, etag == null ? "*" : quoted(etag));
		UnclearTries unclear = new UnclearTries();
		try {
			ReplyJson.empty(caller.await(request, unclear::add, cancellation));
		} catch (ServiceException e) {
			if (!unclear.mayExplain(e, NOT_FOUND)) {
				throw e;
			}
		}
	}

	/**
	 * Hands over all devices, page by page. Needs ServiceConnect; with RegistryRead alone it ends after 1000 devices,
	 * which the result says.
	 *
	 * @param onPage called on the calling thread; pages may be empty
	 */
	public Listing listAll(Consumer<List<DeviceSummary>> onPage, Cancellation cancellation) throws HubException {
		return new DeviceListing(caller, tokens).run(onPage, cancellation);
	}

	/** How many devices there are. Needs RegistryRead. */
	public HubStatistics statistics(Cancellation cancellation) throws HubException {
		HubReply reply = caller.await(HubRequest.of("GET", "/statistics/devices", tokens), cancellation);
		JsonObject json = ReplyJson.object(reply);
		return new HubStatistics(JsonFields.number(json, "totalDeviceCount"),
				JsonFields.number(json, "enabledDeviceCount"), JsonFields.number(json, "disabledDeviceCount"));
	}

	private static String path(String deviceId) {
		return "/devices/" + PercentEncoding.pathSegment(deviceId);
	}

	/** An unquoted etag is ignored by parts of the service, and the write succeeds (contract §9.4). */
	private static String quoted(String etag) {
		return etag.equals("*") || etag.startsWith("\"") ? etag : '"' + etag + '"';
	}
}
