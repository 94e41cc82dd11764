// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import static iothubtools.bench.SubjectKind.BARE_SERVER_GETS;
import static iothubtools.bench.SubjectKind.CLIENT_BULK;
import static iothubtools.bench.SubjectKind.CLIENT_COMMANDS;
import static iothubtools.bench.SubjectKind.CLIENT_CREATE;
import static iothubtools.bench.SubjectKind.CLIENT_DEVICES;
import static iothubtools.bench.SubjectKind.CLIENT_EVENTS;
import static iothubtools.bench.SubjectKind.CLIENT_LIST;
import static iothubtools.bench.SubjectKind.CLIENT_SENDS;
import static iothubtools.bench.SubjectKind.CORE_DISABLE;
import static iothubtools.bench.SubjectKind.CORE_IMPORT;
import static iothubtools.bench.SubjectKind.HAND_WRITTEN_SENDS;
import static iothubtools.bench.SubjectKind.HUB_GETS;
import static iothubtools.bench.SubjectKind.HUB_MQTT;
import static iothubtools.bench.SubjectKind.MOSQUITTO_MQTT;
import static iothubtools.bench.SubjectKind.OLDER_HUB_MQTT;
import static iothubtools.bench.SubjectKind.SDK_COMMANDS;
import static iothubtools.bench.SubjectKind.SDK_CREATE;
import static iothubtools.bench.SubjectKind.SDK_DISABLE;
import static iothubtools.bench.SubjectKind.SDK_EVENTS;
import static iothubtools.bench.SubjectKind.SDK_LIST;
import static iothubtools.bench.SubjectKind.SDK_MULTIPLEXED;
import static iothubtools.bench.SubjectKind.SDK_SENDS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A kind of work and who is compared at it, all against a fresh hub.
 *
 * @param name      what {@code --only} calls it
 * @param title     what it is
 * @param unit      what is counted
 * @param hubSize   sample devices of the hub
 * @param senders   devices that send
 * @param ownServers whether each subject starts a server for its turn, which has to become warm in it; else all use the same hub
 * @param amqp      whether the hub has the port of AMQP that Azure's SDKs insist on
 * @param messages  what its built-in endpoint has of messages before
 * @param subjects  who takes turns
 * @param goals     what is to be reached
 */
record Work(String name, String title, String unit, int hubSize, int senders, boolean ownServers, boolean amqp, int messages,
		List<SubjectKind> subjects, List<Goal> goals) {

	/** The devices of the list that is read. */
	static final int LISTED = 100_000;
	/** The devices that are changed. */
	static final int CHANGED = 10_000;
	/** The messages that are read. */
	static final int READ = 100_000;

	/** Without AMQP. */
	Work(String name, String title, String unit, int hubSize, int senders, boolean ownServers, List<SubjectKind> subjects, List<Goal> goals) {
		this(name, title, unit, hubSize, senders, ownServers, false, 0, subjects, goals);
	}

	/** Over AMQP. */
	private static Work amqp(String name, String title, int senders, int messages, List<SubjectKind> subjects, List<Goal> goals) {
		return new Work(name, title, "messages", 1, senders, false, true, messages, subjects, goals);
	}

	/** Whether a turn begins cold: its server is new, or it has much to decrypt. */
	boolean isLongWarming() {
		return ownServers || messages > 0;
	}

	/**
	 * Who comes when in a round: each is the first in turn, and when all were, the same from the other end, so that nobody is always
	 * the one after the same.
	 */
	List<SubjectKind> order(int round) {
		List<SubjectKind> order = new ArrayList<>(subjects);
		int before = round - 1;
		Collections.rotate(order, -before);
		if (before / order.size() % 2 == 1) {
			Collections.reverse(order);
		}
		return order;
	}

	/** All of them, in the order they are done. */
	static List<Work> all() {
		return List.of(
				new Work("send-1", "D2C over HTTPS, 1 device, one after another", "messages", 1, 1, false,
						List.of(SDK_SENDS, CLIENT_SENDS, HAND_WRITTEN_SENDS),
						List.of(Goal.rate(CLIENT_SENDS, SDK_SENDS, 20), Goal.rate(CLIENT_SENDS, HAND_WRITTEN_SENDS, 0.8))),
				new Work("send-200", "D2C over HTTPS, 200 devices at once", "messages", 1, 200, false,
						List.of(SDK_SENDS, CLIENT_SENDS, HAND_WRITTEN_SENDS),
						List.of(Goal.rate(CLIENT_SENDS, SDK_SENDS, 25), Goal.heap(CLIENT_SENDS, SDK_SENDS, 0.05),
								Goal.threads(CLIENT_SENDS, 8), Goal.rate(CLIENT_SENDS, HAND_WRITTEN_SENDS, 0.8))),
				new Work("list", "list 100,000 devices", "devices", LISTED, 0, false, List.of(SDK_LIST, CLIENT_LIST),
						List.of(Goal.rate(CLIENT_LIST, SDK_LIST, 30))),
				new Work("create", "create 10,000 devices", "devices", 1, 0, false, List.of(SDK_CREATE, CLIENT_CREATE),
						List.of(Goal.rate(CLIENT_CREATE, SDK_CREATE, 5))),
				new Work("disable", "disable and enable 10,000 devices", "devices", CHANGED, 0, false, List.of(SDK_DISABLE, CORE_DISABLE),
						List.of(Goal.rate(CORE_DISABLE, SDK_DISABLE, 20))),
				new Work("import", "create " + ClientBulk.IMPORTED + " devices with tags and desired properties", "devices", 1, 0, false,
						List.of(CLIENT_BULK, CORE_IMPORT), List.of(Goal.rate(CORE_IMPORT, CLIENT_BULK, 0.5))),
				new Work("get", "identity GET with keep-alive", "requests", 1, 0, false, List.of(BARE_SERVER_GETS, HUB_GETS),
						List.of(Goal.rate(HUB_GETS, BARE_SERVER_GETS, 0.6))),
				mqtt(),
				amqp("amqp-200", "D2C over AMQP, 200 devices on one connection", 200, 0, List.of(SDK_MULTIPLEXED, CLIENT_DEVICES),
						List.of(Goal.rate(CLIENT_DEVICES, SDK_MULTIPLEXED, 5))),
				amqp("c2d-1", "C2D, one after another", 1, 0, List.of(SDK_COMMANDS, CLIENT_COMMANDS),
						List.of(Goal.rate(CLIENT_COMMANDS, SDK_COMMANDS, 10))),
				amqp("c2d-100", "C2D, 100 at once", 100, 0, List.of(SDK_COMMANDS, CLIENT_COMMANDS),
						List.of(Goal.rate(CLIENT_COMMANDS, SDK_COMMANDS, 10))),
				amqp("events", "read 100,000 messages of the built-in endpoint", 200, READ, List.of(SDK_EVENTS, CLIENT_EVENTS),
						List.of(Goal.rate(CLIENT_EVENTS, SDK_EVENTS, 4), Goal.heap(CLIENT_EVENTS, SDK_EVENTS, 0.25), Goal.threads(CLIENT_EVENTS, 4))));
	}

	/** With the hub of an older commit when there is one. */
	private static Work mqtt() {
		List<SubjectKind> subjects = new ArrayList<>(List.of(MOSQUITTO_MQTT, HUB_MQTT));
		List<Goal> goals = new ArrayList<>(List.of(Goal.rate(HUB_MQTT, MOSQUITTO_MQTT, 0.5)));
		if (System.getProperty(HubSends.BEFORE) != null) {
			subjects.add(0, OLDER_HUB_MQTT);
			goals.add(0, Goal.rate(HUB_MQTT, OLDER_HUB_MQTT, 2));
		}
		return new Work("mqtt-100", "D2C over MQTT, 100 devices at once", "messages", 1, 100, true, subjects, goals);
	}
}
