// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.operation.Call;

/** The operations on device-to-cloud messages (contract §3.12), and this hub's own for who looks at them, see docs/localhub.md. */
record MessageOperations(MessageSink intake, MessagePages pages, MessageFeed feed) {

	private static final String BATCH = "application/vnd.microsoft.iothub.json";

	/** POST /devices/{deviceId}/messages/events: one message from a device, or a batch of them. */
	CompletionStage<HubReply> send(Call call) {
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

	/** GET /localhub/messages: what was received and is kept. */
	CompletionStage<HubReply> list(Call call) {
		return pages.page(call);
	}

	/** GET /localhub/messages/stream: messages as they come, as server-sent events. */
	HubReply stream(Call call) {
		MessageFilter filter = MessageFilter.of(call.request().query());
		Long last = NumberParameters.number("Last-Event-ID", call.header("Last-Event-ID"));
		Long after = last == null ? NumberParameters.parameter(call, "after") : last;
		MessageEvents events = new MessageEvents(feed, feed.cursor(filter, after));
		return HubReply.stream("text/event-stream; charset=utf-8", events).with("Cache-Control", "no-cache");
	}
}
