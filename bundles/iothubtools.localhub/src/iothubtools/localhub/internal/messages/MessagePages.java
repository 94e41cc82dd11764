// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.Writer;
import iothubtools.localhub.internal.operation.Call;

/**
 * What was received and is kept, oldest first, page by page.
 *
 * @param store   the messages
 * @param writer  reads among the changes
 */
record MessagePages(MessageStore store, Writer writer) {

	private static final int DEFAULT = 100;
	private static final int MOST = 1000;
	/** Bodies of so many bytes end a page before it has as many messages as asked for. */
	private static final long MOST_BYTES = 4L * 1024 * 1024;

	/** The page that a call asks for. */
	CompletionStage<HubReply> page(Call call) {
		MessageFilter filter = MessageFilter.of(call.request().query());
		Long number = NumberParameters.parameter(call, "after");
		long after = number == null ? -1 : number;
		Long wanted = NumberParameters.parameter(call, "max");
		int most = wanted == null ? DEFAULT : (int) Math.max(1, Math.min(wanted, MOST));
		return writer.write(() -> page(filter, after, most)).thenApplyAsync(MessagePages::reply);
	}

	private List<KeptMessage> page(MessageFilter filter, long after, int most) {
		String deviceId = filter.deviceId();
		List<KeptMessage> candidates = deviceId == null ? store.from(after + 1, most) : store.of(deviceId);
		List<KeptMessage> page = new ArrayList<>();
		long bytes = 0;
		for (KeptMessage message : candidates) {
			if (message.sequenceNumber() > after && filter.accepts(message)) {
				page.add(message);
				bytes += message.message().body().length;
				if (page.size() == most || bytes > MOST_BYTES) {
					break;
				}
			}
		}
		return page;
	}

	private static HubReply reply(List<KeptMessage> page) {
		return HubReply.json(200, Json.write(json -> {
			json.beginArray();
			for (KeptMessage message : page) {
				MessageJson.write(json, message);
			}
			json.endArray();
		}));
	}
}
