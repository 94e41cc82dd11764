// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.kernel.ClientId;

/** What a client may subscribe to (contract §8.1): five kinds, which is also how many subscriptions the service allows. */
enum Subscription {
	/** Cloud-to-device messages. */
	COMMANDS,
	/** Answers to its own reads and writes of its twin. */
	TWIN_RESULTS,
	/** Changes of its desired properties. */
	DESIRED,
	/** Direct methods. */
	METHODS,
	/** Messages to the inputs of a module, which only IoT Edge sends. */
	INPUTS;

	/** What a topic filter stands for; null when it is none of this client's. */
	static @Nullable Subscription find(ClientId client, String filter) {
		return switch (filter) {
		case "$iothub/twin/res/#" -> TWIN_RESULTS;
		case "$iothub/twin/PATCH/properties/desired/#" -> DESIRED;
		case "$iothub/methods/POST/#" -> METHODS;
		default -> ofPrefix(filter, DeviceTopic.prefix(client), client.isModule());
		};
	}

	private static @Nullable Subscription ofPrefix(String filter, String prefix, boolean module) {
		if (!module && filter.equalsIgnoreCase("devices/+/messages/devicebound/#")) {
			// as Microsoft's SDK for Embedded C has it: a client is sent nothing but its own, whatever the pattern
			return COMMANDS;
		}
		if (!filter.startsWith(prefix)) {
			return null;
		}
		String rest = filter.substring(prefix.length());
		// all topics of a module: its inputs carry nothing here, so these are its cloud-to-device messages
		if (rest.equalsIgnoreCase("messages/devicebound/#") || module && rest.equals("#")) {
			return COMMANDS;
		}
		return module && rest.equals("inputs/#") ? INPUTS : null;
	}
}
