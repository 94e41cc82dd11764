// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.CloudToDeviceOutcome;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.commands.Payload;
import iothubtools.client.names.ClientId;

/** Our client sending C2D messages, to each device one after another. */
final class ClientCommands implements Subject {

	private final Queues queues;
	private final AmqpHub hub;
	private final Payload body = new Payload(iothubtools.bench.Payload.BYTES);

	ClientCommands(Setup setup) throws Exception {
		queues = new Queues(setup);
		hub = hub(setup);
	}

	/** The service side of the hub. */
	static AmqpHub hub(Setup setup) throws Exception {
		HubConnectionString connection = HubConnectionString.parse(setup.service());
		return AmqpHub.builder(connection.host(), new SharedAccessPolicy(connection.policyName(), (SharedAccessKey) connection.credential()))
				.port(setup.amqpPort()).trust(List.of(Trust.certificate(setup.authority()))).build();
	}

	@Override
	public long run(long nanos) throws Exception {
		return ClosedLoops.run(queues.count(), nanos, loop -> queues.send(loop, this::send));
	}

	private CompletableFuture<?> send(String device) {
		return hub.send(CloudToDeviceMessage.of(ClientId.device(device), body)).thenAccept(outcome -> {
			if (!(outcome instanceof CloudToDeviceOutcome.Accepted)) {
				throw new IllegalStateException(outcome.toString());
			}
		});
	}

	@Override
	public void close() {
		hub.close();
		queues.close();
	}
}
