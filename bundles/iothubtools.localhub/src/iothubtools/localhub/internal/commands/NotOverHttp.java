// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** GET /messages/serviceBound/feedback of a hub that tells feedback over AMQP alone: 400, as some say of the service (contract §11). */
record NotOverHttp() implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		throw HubError.argumentInvalid("Feedback is not to be had over HTTP.");
	}
}
