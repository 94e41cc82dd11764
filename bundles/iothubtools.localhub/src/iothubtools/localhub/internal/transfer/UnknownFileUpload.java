// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.transfer;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices/{deviceId}/files/notifications (contract §3.12): the end of an upload that cannot have begun. */
record UnknownFileUpload() implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		throw new HubError(ErrorCode.INVALID_FILE_UPLOAD_CORRELATION_ID, "There is no file upload of this correlation id.");
	}
}
