// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.util.List;

/**
 * What a client subscribes to, parsed once (MQTT 3.1.1, 4.7).
 *
 * @param levels of the filter: {@value #ONE} stands for any one, {@value #REST} as the last for whatever follows. A level that has them
 *               among other characters is as it is written: ids of devices may, and what is no such id matches nothing
 */
record TopicFilter(List<String> levels) {

	/** Any one level. */
	static final String ONE = "+";
	/** Any further levels, none included; only at the end. */
	static final String REST = "#";

	/** The filter of a text. */
	static TopicFilter parse(String text) {
		return new TopicFilter(levels(text));
	}

	/** The levels of a filter or topic. */
	static List<String> levels(String text) {
		return List.of(text.split("/", -1));
	}

	/** Whether the level of that index, and all behind it, may be any or missing. */
	boolean endsOpenAt(int index) {
		return index == levels.size() - 1 && levels.get(index).equals(REST);
	}

	/** Whether what is sent at that topic is subscribed to. */
	boolean matches(String topic) {
		List<String> sent = levels(topic);
		for (int i = 0; i < levels.size(); i++) {
			if (endsOpenAt(i)) {
				return i <= sent.size();
			}
			String level = levels.get(i);
			if (i == sent.size() || !level.equals(ONE) && !level.equals(sent.get(i))) {
				return false;
			}
		}
		return levels.size() == sent.size();
	}
}
