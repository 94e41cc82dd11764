// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import iothubtools.localhub.internal.auth.Gate;
import iothubtools.localhub.internal.commands.CloudToDeviceQueues;
import iothubtools.localhub.internal.connections.Connections;
import iothubtools.localhub.internal.kernel.HubNames;
import iothubtools.localhub.internal.messages.MessageSink;
import iothubtools.localhub.internal.modules.Clients;
import iothubtools.localhub.internal.net.Answers;
import iothubtools.localhub.internal.net.Room;
import iothubtools.localhub.internal.throttling.Pace;
import iothubtools.localhub.internal.time.HubTimer;
import iothubtools.localhub.internal.twins.Twins;

/**
 * What MQTT needs of the hub.
 *
 * @param names        the hub's names
 * @param gate         who may connect
 * @param clients      the devices and modules
 * @param messages     takes device-to-cloud messages
 * @param commands     has cloud-to-device messages
 * @param twins        has the twins
 * @param connections  who is connected
 * @param timer        ends connections whose token expires
 * @param pace         how fast clients may connect and ask for their twins
 * @param room         for what they send and is not dealt with yet
 * @param willRoom     for what is to be sent when they are gone
 * @param answers      takes acknowledgements to their connections
 */
public record MqttServices(HubNames names, Gate gate, Clients clients, MessageSink messages,
		CloudToDeviceQueues commands, Twins twins, Connections connections, HubTimer timer, Pace pace,
		Room room, WillRoom willRoom, Answers answers) {
}
