// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import com.google.gson.JsonObject;

import io.netty.channel.Channel;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.Failures;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.net.Closing;
import iothubtools.localhub.internal.net.Flow;
import iothubtools.localhub.internal.operation.ThrottleClass;
import iothubtools.localhub.internal.throttling.Pace;
import iothubtools.localhub.internal.twins.Twin;
import iothubtools.localhub.internal.twins.TwinJson;
import iothubtools.localhub.internal.twins.Twins;

/** The twin of a client as it sees it: its own reads and writes, and what the service side changes (contract §8.1). */
final class TwinRequests {

	private static final byte[] NOTHING = {};
	/** Counted for a read while it is under way: what its answer may have. */
	private static final int ANSWER = 64 * 1024;

	private final Channel channel;
	private final ClientId client;
	private final Twins twins;
	private final SessionState state;
	private final Flow flow;
	private final Pace pace;

	TwinRequests(Channel channel, ClientId client, Twins twins, SessionState state, Flow flow, Pace pace) {
		this.channel = channel;
		this.client = client;
		this.twins = twins;
		this.state = state;
		this.flow = flow;
		this.pace = pace;
	}

	/** Answers with desired and reported properties. */
	void read(DeviceTopic.TwinRead request) {
		whenDone(request.requestId(), ANSWER, pace.admit(ThrottleClass.TWIN_READ).thenApply(now -> twins.read(client)),
				twin -> answer(200, request.requestId(), "", Json.write(json -> TwinJson.writeForDevice(json, twin))));
	}

	/** Merges a patch into the reported properties and answers with their new version. */
	void report(DeviceTopic.TwinReport request, byte[] payload) {
		whenDone(request.requestId(), payload.length,
				pace.admit(ThrottleClass.TWIN_UPDATE)
						.thenCompose(now -> twins.report(client, Json.readObject(payload), request.version())),
				twin -> answer(204, request.requestId(), "&$version=" + twin.reported().version(), NOTHING));
	}

	/** Answers a client that did not say which version of the service it speaks. */
	void refuse(String requestId) {
		refuse(requestId, new HubError(ErrorCode.INVALID_PROTOCOL_VERSION, "The user name must have an api-version."));
	}

	private void whenDone(String requestId, int size, CompletionStage<Twin> done, Consumer<Twin> answer) {
		Flow.Underway underway = flow.begins(size);
		done.whenComplete((twin, failure) -> channel.eventLoop().execute(() -> {
			underway.ends();
			if (failure == null) {
				answer.accept(twin);
			} else {
				refuse(requestId, Failures.cause(failure));
			}
		}));
	}

	/** Tells of a change of the desired properties. On any thread. */
	void changed(JsonObject patch, long version) {
		if (state.quality(Subscription.DESIRED) == null) {
			return;
		}
		JsonObject told = patch.deepCopy();
		told.addProperty("$version", version);
		byte[] payload = told.toString().getBytes(StandardCharsets.UTF_8);
		channel.eventLoop().execute(() -> {
			if (channel.isWritable()) {
				channel.writeAndFlush(
						Packets.publish("$iothub/twin/PATCH/properties/desired/?$version=" + version, payload));
			} else {
				// it does not read; a client that connects again reads its whole twin
				Closing.close(channel);
			}
		});
	}

	private void refuse(String requestId, Throwable failure) {
		HubError error = failure instanceof HubError expected ? expected
				: new HubError(ErrorCode.SERVER_ERROR, "InternalServerError");
		answer(error.code().status(), requestId, "", Json.write(json -> json.beginObject().name("errorCode")
				.value(error.code().number()).name("message").value(error.getMessage()).endObject()));
	}

	private void answer(int status, String requestId, String more, byte[] payload) {
		String topic = "$iothub/twin/res/" + status + "/?$rid=" + requestId + more;
		if (state.wants(topic)) {
			channel.writeAndFlush(Packets.publish(topic, payload));
		}
	}
}
