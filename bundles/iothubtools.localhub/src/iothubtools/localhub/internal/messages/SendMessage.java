// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/** POST /devices/{deviceId}/messages/events: one message from a device, or a batch of them (contract §3.12). */
public record SendMessage(MessageSink intake) implements Operation.Later {

	private static final String BATCH = "application/vnd.microsoft.iothub.json";

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		HubRequest request = call.request();
		String type = call.header("Content-Type");
		List<SentMessage> messages = type != null && type.toLowerCase(Locale.ROOT).startsWith(BATCH)
				? MessageBatch.read(request.body())
				: List.of(message(request));
		return intake.accept(call.client(), messages, call.caller()).thenApply(kept -> HubReply.noContent());
	}

	private static SentMessage message(HubRequest request) {
		MessageProperties properties = new MessageProperties();
		for (Entry<String, String> header : request.headers().entries()) {
			properties.add(header.getKey(), header.getValue().trim());
		}
		return properties.message(request.body());
	}
}
