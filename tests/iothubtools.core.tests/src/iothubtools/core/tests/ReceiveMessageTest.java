// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.SettleMessageOperation;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.tests.support.hub.DeviceQueue;

/** Messages that are received as a device and dealt with, at a real local hub. */
@Timeout(60)
class ReceiveMessageTest {

	private static final String DEVICE = "sensor-0001";

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(1));
	private final List<Integer> counts = new CopyOnWriteArrayList<>();

	@BeforeEach
	void oneWaits() throws Exception {
		new DeviceQueue(fixture).add(DEVICE, "m-1", "on");
		fixture.cores.core.events().addListener(event -> {
			if (event instanceof HubEvent.DevicesChanged changed) {
				changed.devices().forEach(device -> counts.add(device.cloudToDeviceMessageCount()));
			}
		});
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return fixture.cores.core.operations().run(operation, new NullProgressMonitor());
	}

	private Optional<ReceivedCloudToDeviceMessage> receive() throws CoreException {
		return run(new ReceiveMessageOperation(fixture.connection, DEVICE));
	}

	private void settle(ReceivedCloudToDeviceMessage message, End end) throws CoreException {
		assertEquals(end, run(new SettleMessageOperation(fixture.connection, DEVICE, message.lockToken(), end)));
	}

	@Test
	void aMessageIsLockedAndAfterCompleteItIsGone() throws Exception {
		ReceivedCloudToDeviceMessage message = receive().orElseThrow();
		assertEquals("m-1", message.messageId());
		assertEquals("on", message.payload().text());
		assertTrue(receive().isEmpty());
		settle(message, End.COMPLETE);
		assertEquals(List.of(0), counts);
		assertThrows(CoreException.class, () -> settle(message, End.COMPLETE));
	}

	@Test
	void anAbandonedMessageComesAgainAndARejectedOneDoesNot() throws Exception {
		settle(receive().orElseThrow(), End.ABANDON);
		ReceivedCloudToDeviceMessage again = receive().orElseThrow();
		assertEquals("m-1", again.messageId());
		assertEquals(1, again.deliveryCount());
		settle(again, End.REJECT);
		assertTrue(receive().isEmpty());
		assertEquals(List.of(1, 0), counts);
	}
}
