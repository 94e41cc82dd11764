// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.function.IntSupplier;

import iothubtools.localhub.internal.auth.Gate;
import iothubtools.localhub.internal.commands.CloudToDeviceQueues;
import iothubtools.localhub.internal.commands.FeedbackQueue;
import iothubtools.localhub.internal.connections.Connections;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.faults.FaultyTransfers;
import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.internal.messages.MessageSink;
import iothubtools.localhub.internal.modules.Clients;
import iothubtools.localhub.internal.net.Room;
import iothubtools.localhub.internal.throttling.Pace;
import iothubtools.localhub.internal.time.HubTimer;
import iothubtools.localhub.internal.twins.Twins;

/**
 * What AMQP needs of the hub.
 *
 * @param names        the hub's names
 * @param gate         who may connect
 * @param clients      the devices and modules
 * @param faults       what goes wrong on purpose
 * @param messages     takes device-to-cloud messages
 * @param commands     has cloud-to-device messages
 * @param feedback     what became of those
 * @param events       the built-in endpoint
 * @param twins        has the twins
 * @param connections  who is connected
 * @param timer        ends links whose token expires
 * @param pace         how fast clients may connect
 * @param room         for what they send and is not dealt with yet
 * @param port         the port of AMQP, once it is known; less than 0 for none
 */
public record AmqpServices(HubNames names, Gate gate, Clients clients, FaultyTransfers faults, MessageSink messages, CloudToDeviceQueues commands,
		FeedbackQueue feedback, EventHub events, Twins twins, Connections connections, HubTimer timer, Pace pace, Room room, IntSupplier port) {
}
