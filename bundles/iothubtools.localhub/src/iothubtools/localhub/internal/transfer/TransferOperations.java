// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.transfer;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.operation.Call;

/** The operations that move files (contract §§3.8, 3.12), on a hub that reaches no storage. */
record TransferOperations(DeviceStore devices) {

	/** POST /jobs/create: a job that is none is an ArgumentInvalid; one that is fails the check that the service begins with. */
	HubReply createJob(Call call) {
		JsonMembers job = new JsonMembers(Json.readObject(call.request().body()));
		String type = job.string("type");
		if ("import".equals(type)) {
			checkContainer("inputBlobContainerUri", job.string("inputBlobContainerUri"));
		} else if (!"export".equals(type)) {
			throw HubError.argumentInvalid("The type must be import or export.");
		}
		checkContainer("outputBlobContainerUri", job.string("outputBlobContainerUri"));
		throw new HubError(ErrorCode.BLOB_CONTAINER_VALIDATION_ERROR,
				"The container cannot be reached: the local hub has no storage.");
	}

	private static void checkContainer(String name, @Nullable String uri) {
		if (uri == null) {
			throw HubError.argumentInvalid("The member " + name + " is missing.");
		}
		if (!isWebAddress(uri)) {
			throw new HubError(ErrorCode.BLOB_CONTAINER_VALIDATION_ERROR, "The " + name + " is no address of a container.");
		}
	}

	private static boolean isWebAddress(String uri) {
		try {
			String scheme = new URI(uri).getScheme();
			return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
		} catch (URISyntaxException e) {
			return false;
		}
	}

	/** GET /jobs: none was ever created. */
	HubReply listJobs(Call call) {
		return HubReply.json(200, "[]".getBytes(StandardCharsets.US_ASCII));
	}

	/** GET and DELETE /jobs/{id}: there is no such job. */
	HubReply unknownJob(Call call) {
		throw new HubError(ErrorCode.JOB_NOT_FOUND, call.variable("id"));
	}

	/** POST /devices/{deviceId}/files. */
	HubReply startUpload(Call call) {
		if (devices.get(call.deviceId()) == null) {
			throw HubError.deviceNotFound(call.deviceId());
		}
		String name = new JsonMembers(Json.readObject(call.request().body())).string("blobName");
		if (name == null || name.isEmpty()) {
			throw HubError.argumentInvalid("The member blobName is missing.");
		}
		throw new HubError(ErrorCode.DEFAULT_STORAGE_ENDPOINT_NOT_CONFIGURED,
				"The local hub has no storage for files of devices.");
	}

	/** POST /devices/{deviceId}/files/notifications: the end of an upload that cannot have begun. */
	HubReply endUpload(Call call) {
		throw new HubError(ErrorCode.INVALID_FILE_UPLOAD_CORRELATION_ID, "There is no file upload of this correlation id.");
	}
}
