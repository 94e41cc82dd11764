// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.events;

import static com.microsoft.azure.sdk.iot.device.IotHubClientProtocol.AMQPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventProcessorClient;
import com.azure.messaging.eventhubs.EventProcessorClientBuilder;
import com.azure.messaging.eventhubs.LoadBalancingStrategy;
import com.azure.messaging.eventhubs.models.EventContext;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.Message;

import iothubtools.conformance.device.DeviceClients;
import iothubtools.conformance.hub.HubUnderTest;
import iothubtools.conformance.table.ConformanceTable;
import iothubtools.conformance.table.ContractOperation;
import iothubtools.conformance.table.Row;

/** Azure's processor of events, unmodified: it claims the partitions, with an epoch each, and goes on behind its checkpoints (contract §7.2). */
@ExtendWith(ConformanceTable.class)
class EventProcessorTest {

	@RegisterExtension
	static final HubUnderTest HUB = new HubUnderTest();

	private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

	@Test
	@Row(value = ContractOperation.EVENTS_RECEIVE, sdk = EventProcessorClient.class, call = "start", with = "one after another with the same checkpoints: the second goes on behind the first")
	void goesOnBehindItsCheckpoints() throws Exception {
		KeptCheckpoints checkpoints = new KeptCheckpoints();
		DeviceClients devices = new DeviceClients(HUB);
		DeviceClient device = devices.client(devices.create("processed"), AMQPS);
		device.open(false);
		try {
			assertEquals(List.of("0", "1", "2"), whileItRuns(checkpoints, device, "0", "1", "2"));
			device.sendEvent(new Message("3"));
			assertEquals(List.of("3", "4", "5"), whileItRuns(checkpoints, device, "4", "5"));
		} finally {
			device.close();
		}
	}

	/** Three messages come while these are sent. */
	private List<String> whileItRuns(KeptCheckpoints checkpoints, DeviceClient device, String... bodies) throws Exception {
		BlockingQueue<EventContext> events = new LinkedBlockingQueue<>();
		EventProcessorClient processor = new EventProcessorClientBuilder().connectionString(HUB.eventHubConnectionString())
				.consumerGroup(EventHubClientBuilder.DEFAULT_CONSUMER_GROUP_NAME).checkpointStore(checkpoints)
				.loadBalancingStrategy(LoadBalancingStrategy.GREEDY).loadBalancingUpdateInterval(Duration.ofSeconds(1))
				.partitionOwnershipExpirationInterval(Duration.ofSeconds(5)).initialPartitionEventPosition(partition -> EventPosition.earliest())
				.processEvent(events::add).processError(error -> failures.add(error.getThrowable().toString())).buildEventProcessorClient();
		processor.start();
		try {
			for (String body : bodies) {
				device.sendEvent(new Message(body));
			}
			List<String> heard = new ArrayList<>();
			while (heard.size() < 3) {
				EventContext event = events.poll(60, TimeUnit.SECONDS);
				assertNotNull(event, () -> "only " + heard + ": " + failures);
				event.updateCheckpoint();
				heard.add(event.getEventData().getBodyAsString());
			}
			return heard;
		} finally {
			processor.stop();
		}
	}
}
