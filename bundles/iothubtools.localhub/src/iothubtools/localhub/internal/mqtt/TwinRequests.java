// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

import com.google.gson.JsonObject;

import io.netty.channel.Channel;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.ClientId;
import iothubtools.localhub.internal.exchange.Json;
import iothubtools.localhub.internal.twins.TwinJson;
import iothubtools.localhub.internal.twins.Twins;

/** The twin of a client as it sees it: its own reads and writes, and what the service side changes (contract §8.1). */
final class TwinRequests {

	private static final byte[] NOTHING = {};

	private final Channel channel;
	private final ClientId client;
	private final Twins twins;
	private final SessionState state;
	private final Flow flow;

	TwinRequests(Channel channel, ClientId client, Twins twins, SessionState state, Flow flow) {
		this.channel = channel;
		this.client = client;
		this.twins = twins;
		this.state = state;
		this.flow = flow;
	}

	/** Answers with desired and reported properties. */
	void read(DeviceTopic.TwinRead request) {
		try {
			var twin = twins.read(client);
			answer(200, request.requestId(), "", Json.write(json -> TwinJson.writeForDevice(json, twin)));
		} catch (HubError e) {
			refuse(request.requestId(), e);
		}
	}

	/** Merges a patch into the reported properties and answers with their new version. */
	void report(DeviceTopic.TwinReport request, byte[] payload) {
		try {
			JsonObject patch = Json.readObject(payload);
			flow.begins(payload.length);
			twins.report(client, patch, request.version()).whenComplete((twin, failure) -> channel.eventLoop().execute(() -> {
				flow.ends(payload.length);
				if (failure == null) {
					answer(204, request.requestId(), "&$version=" + twin.reported().version(), NOTHING);
				} else {
					refuse(request.requestId(), failure instanceof CompletionException ? failure.getCause() : failure);
				}
			}));
		} catch (HubError e) {
			refuse(request.requestId(), e);
		}
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
		if (state.quality(Subscription.TWIN_RESULTS) != null) {
			channel.writeAndFlush(
					Packets.publish("$iothub/twin/res/" + status + "/?$rid=" + requestId + more, payload));
		}
	}
}
