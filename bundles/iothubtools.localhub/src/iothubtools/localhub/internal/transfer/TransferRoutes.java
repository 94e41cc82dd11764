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

/** The operations that move files (contract §§3.8, 3.12). */
public final class TransferRoutes {

	private static final String FILES = "/devices/{deviceId}/files";

	private TransferRoutes() {
	}

	/** Each with its path. */
	public static List<Route> of(DeviceStore devices) {
		UnknownTransferJob unknownJob = new UnknownTransferJob();
		UnknownFileUpload unknownUpload = new UnknownFileUpload();
		return List.of(
				Route.of("CreateImportExportJob", "POST", "/jobs/create", REGISTRY_WRITE, JOB, new CreateTransferJob()),
				Route.of("GetImportExportJobs", "GET", "/jobs", REGISTRY_WRITE, JOB, new ListTransferJobs()),
				Route.of("GetImportExportJob", "GET", "/jobs/{id}", REGISTRY_WRITE, JOB, unknownJob),
				Route.of("CancelImportExportJob", "DELETE", "/jobs/{id}", REGISTRY_WRITE, JOB, unknownJob),
				Route.of("CreateFileUploadSasUri", "POST", FILES, DEVICE_CONNECT, FILE_UPLOAD, new StartFileUpload(devices)),
				Route.of("UpdateFileUploadStatus", "POST", FILES + "/notifications", DEVICE_CONNECT, NONE, unknownUpload),
				Route.of("UpdateFileUploadStatus", "POST", FILES + "/notifications/{correlationId}", DEVICE_CONNECT, NONE,
						unknownUpload));
	}
}
