// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.FeedbackListener;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryListener;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.Payload;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;

/**
 * What a hostile hub says to the client's end of AMQP, at each point at which that reads something: at worst what was asked fails, and is told of.
 */
public final class AmqpClientFuzz {

	/** Whether it is the endpoint that is read, or the hub that leads there; or messages are sent. */
	private static final int AT_ENDPOINT = 0x10;
	private static final int FEEDBACK = 0x20;

	private static final HostileHub HUB = HostileHub.start();
	private static final HubHost HOST = new HubHost("127.0.0.1", HubHost.DEFAULT_PORT);
	private static final SharedAccessPolicy POLICY = new SharedAccessPolicy("service", SharedAccessKey.generate());

	static {
		Unexpected.listen();
	}

	private AmqpClientFuzz() {
	}

	/**
	 * Called by Jazzer and for each file of the corpus: the first byte says when the rest comes, see {@link HostileHub.Point}, and what the client
	 * wants.
	 */
	public static void fuzzerTestOneInput(byte[] input) {
		if (input.length == 0) {
			return;
		}
		HostileHub.Point point = HostileHub.Point.of(input[0]);
		HUB.say(point, Arrays.copyOfRange(input, 1, input.length));
		try (AmqpHub hub = AmqpHub.builder(HOST, POLICY).port(HUB.port()).trust(HUB.trusted()).answerWithin(Told.ANSWER).build()) {
			CompletableFuture<?> told = point == HostileHub.Point.OUTCOME || (input[0] & FEEDBACK) != 0 && point != HostileHub.Point.MANAGEMENT ? send(hub)
					: read(hub, point == HostileHub.Point.MANAGEMENT || (input[0] & AT_ENDPOINT) != 0);
			Told.await("client", told);
		}
		Unexpected.check();
	}

	private static CompletableFuture<?> send(AmqpHub hub) {
		hub.feedback(new FeedbackListener() {

			@Override
			public void feedback(List<FeedbackRecord> records) {
				// whatever they are
				records.forEach(FeedbackRecord::toString);
			}

			@Override
			public void failed(HubException failure) {
				// of the connection, or of what came
			}
		});
		return hub.send(CloudToDeviceMessage.of(ClientId.device("d"), new Payload(new byte[1])));
	}

	/** Completes when the connection is over, however that is told: it always ends after what was said. */
	private static CompletableFuture<?> read(AmqpHub hub, boolean atEndpoint) {
		EventHubConnectionString endpoint = atEndpoint ? new EventHubConnectionString(new HubHost(HOST.name(), HUB.port()), POLICY.name(), POLICY.key(), "hub-1")
				: null;
		CompletableFuture<Void> told = new CompletableFuture<>();
		hub.telemetry(new TelemetryRequest(TelemetryRequest.DEFAULT_GROUP, new StartPosition.Earliest(), endpoint, Set.of()), new TelemetryListener() {

			@Override
			public void messages(List<TelemetryMessage> batch) {
				// whatever they are
				batch.forEach(TelemetryMessage::toString);
			}

			@Override
			public void waiting(TelemetryFailure why, Duration after) {
				told.complete(null);
			}

			@Override
			public void failed(TelemetryFailure why) {
				told.complete(null);
			}
		});
		return told;
	}
}
