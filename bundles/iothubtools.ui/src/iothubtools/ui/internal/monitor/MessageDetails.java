// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.SystemProperties;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.content.BodyPane;
import iothubtools.ui.internal.content.MessageTime;
import iothubtools.ui.internal.content.PairsTable;

/** What is beside the rows: the body of the selected message, in the way that it is or that a person has chosen, and all that is said of it. */
final class MessageDetails {

	private final SashForm sash;
	private final BodyPane body;
	private final PairsTable properties;
	private @Nullable NumberedMessage shown;

	MessageDetails(Composite parent) {
		sash = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
		body = new BodyPane(sash, new BodyPane.Ids(WidgetIds.MONITOR_LOOK, WidgetIds.MONITOR_REMARK, WidgetIds.MONITOR_BODY));
		properties = new PairsTable(sash, WidgetIds.MONITOR_PROPERTIES, Messages.Details_properties_accessible);
		sash.setWeights(3, 2);
	}

	/** Where a person reads and copies. */
	StyledText body() {
		return body.text();
	}

	Table properties() {
		return properties.table();
	}

	SashForm control() {
		return sash;
	}

	/** Shows its parts, both or one of them, or none. */
	void show(boolean ofBody, boolean ofProperties) {
		body.control().setVisible(ofBody);
		properties.control().setVisible(ofProperties);
		sash.setVisible(ofBody || ofProperties);
		sash.layout();
	}

	/** Shows a message, or that none is selected. */
	void show(@Nullable NumberedMessage message) {
		NumberedMessage before = shown;
		shown = message;
		if (message == null) {
			body.show(null);
			properties.table().removeAll();
		} else if (!message.equals(before)) {
			TelemetryMessage said = message.message();
			properties.fill(() -> fill(said));
			body.show(new BodyPane.Body(said.body(), said.system().contentType(), said.system().contentEncoding()));
		}
	}

	private void fill(TelemetryMessage message) {
		EventPosition position = message.position();
		SystemProperties system = message.system();
		properties.group(Messages.Group_message);
		properties.line(Messages.Column_device, MessageText.deviceId(message));
		properties.line(Messages.Column_module, MessageText.moduleId(message));
		properties.line(Messages.Column_source, SourceLabels.of(message));
		properties.line(Messages.Column_time, MessageTime.of(position.enqueuedTime()));
		properties.line(Messages.Column_messageId, system.messageId());
		properties.line(Messages.Column_correlationId, system.correlationId());
		properties.line(Messages.Details_userId, system.userId());
		properties.line(Messages.Details_to, system.to());
		properties.line(Messages.Column_contentType, system.contentType());
		properties.line(Messages.Column_contentEncoding, system.contentEncoding());
		properties.line(Messages.Column_creationTime, MessageTime.of(system.creationTime()));
		properties.line(Messages.Details_expiry, MessageTime.of(system.expiry()));
		properties.line(Messages.Column_partition, position.partition());
		properties.line(Messages.Column_sequenceNumber, Long.toString(position.sequenceNumber()));
		properties.line(Messages.Column_offset, position.offset());
		properties.group(Messages.Group_properties, texts(message.properties()));
		properties.group(Messages.Group_annotations, texts(message.annotations()));
	}

	private static Map<String, String> texts(Map<String, Object> entries) {
		Map<String, String> texts = new LinkedHashMap<>();
		entries.forEach((name, value) -> texts.put(name, MessageText.of(value)));
		return texts;
	}

	/** The selected lines, name and value separated by a tab. */
	String selectedAsText() {
		return properties.selectedAsText();
	}
}
