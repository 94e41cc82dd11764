// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Right;
import iothubtools.localhub.internal.auth.TokenScope;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.kernel.ClientId;

/** What the other end of a link is (contract §§3.7, 8.2). */
sealed interface LinkAddress {

	/** Where tokens are shown. */
	record Cbs() implements LinkAddress {
	}

	/**
	 * Something of a device or module.
	 *
	 * @param client  whose
	 * @param purpose what it is
	 */
	record OfClient(ClientId client, Purpose purpose) implements LinkAddress {
	}

	/** Something of the service side. */
	enum OfService implements LinkAddress {
		/** Takes cloud-to-device messages. */
		COMMANDS("messages/devicebound", Need.of("SendCloudToDeviceMessage", Right.SERVICE_CONNECT)),
		/** Tells what became of them. */
		FEEDBACK("messages/servicebound/feedback", Need.of("ReceiveFeedbackNotification", Right.SERVICE_CONNECT)),
		/** Tells of files that devices have uploaded. */
		FILES("messages/servicebound/filenotifications",
				new Need(Right.SERVICE_CONNECT, List.of("fileUpload/notifications/action")));

		private final String path;
		private final Need need;

		OfService(String path, Need need) {
			this.path = path;
			this.need = need;
		}

		/** What it is called. */
		List<String> path() {
			return List.of(path.split("/"));
		}

		/** What somebody needs for it. */
		Need need() {
			return need;
		}

		private static @Nullable OfService find(List<String> segments) {
			String wanted = String.join("/", segments).toLowerCase(Locale.ROOT);
			for (OfService one : values()) {
				if (one.path.equals(wanted)) {
					return one;
				}
			}
			return null;
		}
	}

	/** Where the built-in endpoint tells of itself. */
	record Management() implements LinkAddress {
	}

	/**
	 * Where a partition of the built-in endpoint is read.
	 *
	 * @param path      the whole address
	 * @param group     the consumer group
	 * @param partition the id of the partition
	 */
	record Events(List<String> path, String group, String partition) implements LinkAddress {
	}

	/**
	 * The built-in endpoint as the hub calls it: a client is led to where it is as an Event Hub.
	 *
	 * @param rest what stands behind {@code messages/events}
	 */
	record Redirected(List<String> rest) implements LinkAddress {
	}

	/** What a link of a device or module is for. */
	enum Purpose {
		/** Device-to-cloud messages. */
		EVENTS("messages/events"),
		/** Cloud-to-device messages. */
		COMMANDS("messages/devicebound"),
		/** Direct methods, in both directions. */
		METHODS("methods/devicebound"),
		/** What the client asks of its twin, and what it is told of that. */
		TWIN("twin");

		private final String path;

		Purpose(String path) {
			this.path = path;
		}

		private static @Nullable Purpose find(List<String> segments) {
			String wanted = String.join("/", segments).toLowerCase(Locale.ROOT);
			for (Purpose purpose : values()) {
				if (purpose.path.equals(wanted)) {
					return purpose;
				}
			}
			return null;
		}
	}

	/**
	 * Reads an address; null when it is none of this hub's. The fixed words may be in any case, ids are exact; they may be
	 * percent-encoded.
	 *
	 * @param exists whether there is such a device or module: a percent sign may be part of an id, too
	 */
	static @Nullable LinkAddress parse(String address, Predicate<ClientId> exists) {
		List<String> path = segments(address);
		if (path.size() == 1 && path.get(0).equalsIgnoreCase("$cbs")) {
			return new Cbs();
		}
		LinkAddress other = ofEvents(path);
		if (other == null) {
			other = OfService.find(path);
		}
		if (other != null) {
			return other;
		}
		return path.size() > 2 && path.get(0).equalsIgnoreCase("devices") ? ofClient(path.subList(1, path.size()), exists) : null;
	}

	private static @Nullable LinkAddress ofEvents(List<String> path) {
		if (path.size() > 1 && path.get(0).equalsIgnoreCase("messages") && path.get(1).equalsIgnoreCase("events")) {
			return new Redirected(path.subList(2, path.size()));
		}
		boolean named = !path.isEmpty() && path.get(0).equalsIgnoreCase(EventHub.NAME);
		List<String> rest = named ? path.subList(1, path.size()) : path;
		if (rest.size() == 1 && rest.get(0).equalsIgnoreCase("$management")) {
			return new Management();
		}
		return named && rest.size() == 4 && rest.get(0).equalsIgnoreCase("ConsumerGroups") && rest.get(2).equalsIgnoreCase("Partitions")
				? new Events(path, rest.get(1), rest.get(3))
				: null;
	}

	/** The path of an address, which may begin with the hub's URL or a slash. */
	static List<String> segments(String address) {
		int protocol = address.indexOf("://");
		String path = protocol < 0 ? address : address.substring(Math.max(protocol, address.indexOf('/', protocol + 3)));
		List<String> segments = new ArrayList<>(List.of(path.split("/")));
		segments.removeIf(String::isEmpty);
		return segments;
	}

	private static @Nullable LinkAddress ofClient(List<String> path, Predicate<ClientId> exists) {
		boolean module = path.size() > 3 && path.get(1).equalsIgnoreCase("modules");
		Purpose purpose = Purpose.find(path.subList(module ? 3 : 1, path.size()));
		if (purpose == null) {
			return null;
		}
		ClientId raw = new ClientId(path.get(0), module ? path.get(2) : null);
		ClientId decoded = new ClientId(TokenScope.decoded(path.get(0)), module ? TokenScope.decoded(path.get(2)) : null);
		return new OfClient(exists.test(raw) ? raw : decoded, purpose);
	}
}
