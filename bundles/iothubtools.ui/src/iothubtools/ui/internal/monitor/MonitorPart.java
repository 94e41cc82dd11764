// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

/** What can be seen of messages. */
enum MonitorPart {

	MESSAGES, BODY, PROPERTIES, CHART;

	/** As it is called. */
	String text() {
		return switch (this) {
		case MESSAGES -> Messages.Part_messages;
		case BODY -> Messages.Part_body;
		case PROPERTIES -> Messages.Part_properties;
		case CHART -> Messages.Part_chart;
		};
	}
}
