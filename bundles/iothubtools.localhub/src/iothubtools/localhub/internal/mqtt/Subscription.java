// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import iothubtools.localhub.internal.kernel.ClientId;

/**
 * What a client may subscribe to (contract §8.1): five kinds, each with the topics that the hub sends it at. A filter is for a kind when it
 * takes all of its topics, level by level; only answers about the twin may be those of one status, as Adafruit's library for CircuitPython
 * wants them. The levels that name a kind have to be there, so that {@code #} or {@code $iothub/#} are for none: the service is no broker.
 * What is behind them may be open, as {@code $iothub/twin/#} of .NET nanoFramework and {@code $iothub/methods/#} of others have it.
 */
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

	private static final Pattern STATUS = Pattern.compile("\\d{1,3}");

	/** What a topic filter is for; nothing when it is for none of this client's. */
	static Set<Subscription> find(ClientId client, TopicFilter filter) {
		Set<Subscription> found = EnumSet.noneOf(Subscription.class);
		for (Subscription kind : values()) {
			if (kind.topics(client).areTakenBy(filter)) {
				found.add(kind);
			}
		}
		return found;
	}

	private Topics topics(ClientId client) {
		return switch (this) {
		case TWIN_RESULTS -> new Topics().named("$iothub").named("twin").word("res").status().any();
		case DESIRED -> new Topics().named("$iothub").named("twin").word("PATCH").word("properties").word("desired").any();
		case METHODS -> new Topics().named("$iothub").named("methods").word("POST").any().any();
		case COMMANDS -> client.isModule() ? own(client).word("messages").word("devicebound").any()
				: own(client).named("messages").named("devicebound").any();
		case INPUTS -> client.isModule() ? own(client).word("inputs").any().any() : new Topics();
		};
	}

	/** A client is sent nothing but its own, so that any id stands for its own: Microsoft's SDK for Embedded C has it so. */
	private static Topics own(ClientId client) {
		Topics device = new Topics().named("devices").id(client.deviceId());
		String module = client.moduleId();
		return module == null ? device : device.named("modules").id(module);
	}

	/** The topics of a kind: for each level, which of a filter take all that it may be. */
	private static final class Topics {

		private final List<Predicate<String>> levels = new ArrayList<>();
		private int named;

		/** A word that a filter has to have, too. */
		Topics named(String word) {
			levels.add(level -> isWord(level, word));
			named = levels.size();
			return this;
		}

		Topics id(String id) {
			levels.add(level -> level.equals(id) || level.equals(TopicFilter.ONE));
			named = levels.size();
			return this;
		}

		Topics word(String word) {
			levels.add(level -> isWord(level, word) || level.equals(TopicFilter.ONE));
			return this;
		}

		Topics any() {
			levels.add(level -> level.equals(TopicFilter.ONE));
			return this;
		}

		Topics status() {
			levels.add(level -> level.equals(TopicFilter.ONE) || STATUS.matcher(level).matches());
			return this;
		}

		/** SDKs write both deviceBound and devicebound. */
		private static boolean isWord(String level, String word) {
			return word.equals("devicebound") ? level.equalsIgnoreCase(word) : level.equals(word);
		}

		boolean areTakenBy(TopicFilter filter) {
			List<String> asked = filter.levels();
			for (int i = 0; i < asked.size(); i++) {
				if (i > 0 && i >= named && filter.endsOpenAt(i)) {
					return i <= levels.size();
				}
				if (i == levels.size() || !levels.get(i).test(asked.get(i))) {
					return false;
				}
			}
			return asked.size() == levels.size();
		}
	}
}
