// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards.message;

import java.util.ArrayList;
import java.util.List;

/** A row of the table of application properties: what is typed, right or wrong. */
public final class MessageProperty {

	private String name;
	private String value;

	public MessageProperty(String name, String value) {
		this.name = name;
		this.value = value;
	}

	public String name() {
		return name;
	}

	public void setName(String name) {
		this.name = name.strip();
	}

	public String value() {
		return value;
	}

	public void setValue(String value) {
		this.value = value;
	}

	/** Whether nothing is typed yet: such a row is not sent. */
	public boolean empty() {
		return name.isEmpty() && value.isEmpty();
	}

	/** Rows of text: one property on each line, name and value apart by a tab or by the first equals sign or colon. */
	public static List<MessageProperty> parse(String text) {
		List<MessageProperty> properties = new ArrayList<>();
		text.lines().filter(line -> !line.isBlank()).forEach(line -> {
			String[] parts = line.split(line.contains("\t") ? "\t" : "[=:]", 2);
			properties.add(new MessageProperty(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
		});
		return properties;
	}
}
