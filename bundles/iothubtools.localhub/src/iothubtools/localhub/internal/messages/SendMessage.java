// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.Locale;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.NotImplementedYet;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices/{deviceId}/messages/events: one message from a device (contract §3.12). */
public record SendMessage(MessageIntake intake) implements Operation {

	private static final String BATCH = "application/vnd.microsoft.iothub.json";

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		String type = call.header("Content-Type");
		if (type != null && type.toLowerCase(Locale.ROOT).startsWith(BATCH)) {
			throw NotImplementedYet.of("batches of device-to-cloud messages");
		}
		SentMessage message = MessageHeaders.message(call.request());
		return intake.accept(call.deviceId(), message, call.caller().scope()).thenApply(kept -> HubReply.noContent());
	}
}
