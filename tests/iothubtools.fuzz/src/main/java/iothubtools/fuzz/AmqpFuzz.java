// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** Bytes on the AMQP port, at the beginning, when a connection is open, or when it has links of every kind: at worst that connection ends. */
public final class AmqpFuzz {

	private static final int OPENED = 1;
	private static final int ATTACHED = 2;

	private static final HubUnderTest HUB = HubUnderTest.start();
	private static final HubLog LOG = HubLog.listen();
	private static final byte[] OPEN = open().bytes();
	private static final byte[] LINKS = links().bytes();

	private AmqpFuzz() {
	}

	private static AmqpFrames open() {
		return new AmqpFrames().header(3).plain("iothubowner@sas.root.hub", HUB.token()).header(0).open().begin();
	}

	/** A device's and the service's, each at the handle of its place. */
	private static AmqpFrames links() {
		String device = "/devices/sensor-0001";
		String partition = "iothub-ehub-localhub/ConsumerGroups/$Default/Partitions/0";
		return new AmqpFrames().sender(0, device + "/messages/events").receiver(1, device + "/messages/devicebound", 10)
				.sender(2, device + "/twin").receiver(3, device + "/twin", 10).sender(4, device + "/methods/devicebound")
				.receiver(5, device + "/methods/devicebound", 10).sender(6, "/messages/devicebound")
				.receiver(7, "/messages/servicebound/feedback", 10).receiver(8, partition, 10).sender(9, "$cbs").receiver(10, "$cbs", 10)
				.sender(11, "$management").receiver(12, "$management", 10);
	}

	/** Called by Jazzer and for each file of the corpus: the lowest bit of the first byte opens a connection before the rest, the next attaches links, too. */
	public static void fuzzerTestOneInput(byte[] input) {
		if (input.length == 0) {
			return;
		}
		try (RawConnection amqp = HUB.connectAmqp()) {
			if ((input[0] & OPENED) != 0) {
				amqp.write(OPEN);
				if ((input[0] & ATTACHED) != 0) {
					amqp.write(LINKS);
				}
			}
			amqp.write(Arrays.copyOfRange(input, 1, input.length));
			amqp.drain();
		} catch (SocketTimeoutException e) {
			throw new IllegalStateException("The hub neither answers nor hangs up", e);
		} catch (IOException e) {
			// it hung up in the middle, as it may
			HUB.checkAlive();
			LOG.check();
			return;
		}
		HUB.checkAlive();
		LOG.check();
	}
}
