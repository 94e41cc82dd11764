// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.transfer;

import static iothubtools.localhub.internal.auth.Right.DEVICE_CONNECT;
import static iothubtools.localhub.internal.auth.Right.REGISTRY_WRITE;
import static iothubtools.localhub.internal.operation.ThrottleClass.FILE_UPLOAD;
import static iothubtools.localhub.internal.operation.ThrottleClass.JOB;
import static iothubtools.localhub.internal.operation.ThrottleClass.NONE;

import java.util.List;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.operation.Route;

/** Where the operations that move files are found (contract §§3.8, 3.12). */
public final class TransferRoutes {

	private static final String FILES = "/devices/{deviceId}/files";

	private TransferRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceStore devices) {
		TransferOperations files = new TransferOperations(devices);
		return List.of(Route.of("CreateImportExportJob", "POST", "/jobs/create", REGISTRY_WRITE, JOB, files::createJob),
				Route.of("GetImportExportJobs", "GET", "/jobs", REGISTRY_WRITE, JOB, files::listJobs),
				Route.of("GetImportExportJob", "GET", "/jobs/{id}", REGISTRY_WRITE, JOB, files::unknownJob),
				Route.of("CancelImportExportJob", "DELETE", "/jobs/{id}", REGISTRY_WRITE, JOB, files::unknownJob),
				Route.of("CreateFileUploadSasUri", "POST", FILES, DEVICE_CONNECT, FILE_UPLOAD, files::startUpload),
				Route.of("UpdateFileUploadStatus", "POST", FILES + "/notifications", DEVICE_CONNECT, NONE, files::endUpload),
				Route.of("UpdateFileUploadStatus", "POST", FILES + "/notifications/{correlationId}", DEVICE_CONNECT, NONE,
						files::endUpload));
	}
}
