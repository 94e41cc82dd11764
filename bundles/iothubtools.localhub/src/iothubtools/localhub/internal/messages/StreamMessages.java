// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * GET /localhub/messages/stream: messages as they come, as server-sent events. An extension of this hub, see
 * docs/localhub.md.
 *
 * @param feed the messages
 */
record StreamMessages(MessageFeed feed) implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		MessageFilter filter = MessageFilter.of(call.request().query());
		Long last = Numbers.number("Last-Event-ID", call.header("Last-Event-ID"));
		Long after = last == null ? Numbers.parameter(call, "after") : last;
		MessageEvents events = new MessageEvents(feed, feed.cursor(filter, after));
		return CompletableFuture.completedStage(
				HubReply.stream("text/event-stream; charset=utf-8", events).with("Cache-Control", "no-cache"));
	}
}
