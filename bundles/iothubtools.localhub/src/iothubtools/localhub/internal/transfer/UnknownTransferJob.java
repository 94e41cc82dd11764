// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.transfer;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET and DELETE /jobs/{id} (contract §3.8): there is no such job, none was ever created. */
record UnknownTransferJob() implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		throw new HubError(ErrorCode.JOB_NOT_FOUND, call.variable("id"));
	}
}
