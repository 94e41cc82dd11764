// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;

import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.core.telemetry.MessageField;
import iothubtools.core.telemetry.MessageText;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.ui.internal.content.BodyCell;
import iothubtools.ui.internal.content.MessageTime;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;

/** The columns of messages: what every message has, and one for each field that a person has chosen. */
final class MessageColumns {

	static final String SOURCE = "source";
	static final String BODY = "body";

	/** Rows stay in the order in which they came. */
	private static final Comparator<NumberedMessage> ARRIVAL = Comparator.comparingLong(NumberedMessage::number);
	private static final int FIELD_WIDTH = 16;

	private MessageColumns() {
	}

	static Columns<NumberedMessage> with(List<MessageField> fields) {
		List<Column<NumberedMessage>> columns = new ArrayList<>();
		columns.add(column("time", Messages.Column_time, 26, message -> MessageTime.of(message.position().enqueuedTime()), false));
		columns.add(column("device", Messages.Column_device, 16, MessageText::deviceId, false));
		columns.add(column("module", Messages.Column_module, 14, MessageText::moduleId, true));
		fields.forEach(field -> columns.add(column(id(field), heading(field), FIELD_WIDTH, field::cell, false)));
		columns.add(column(BODY, Messages.Column_body, 60, MessageColumns::body, false));
		columns.add(column(SOURCE, Messages.Column_source, 18, message -> SourceLabels.of(message), false));
		columns.add(column("properties", Messages.Column_properties, 30, message -> entries(message.properties()), false));
		columns.add(column("contentType", Messages.Column_contentType, 18, message -> text(message.system().contentType()), true));
		columns.add(column("contentEncoding", Messages.Column_contentEncoding, 14, message -> text(message.system().contentEncoding()), true));
		columns.add(column("size", Messages.Column_size, 8, message -> Integer.toString(message.body().size()), true));
		columns.add(column("messageId", Messages.Column_messageId, 20, message -> text(message.system().messageId()), true));
		columns.add(column("correlationId", Messages.Column_correlationId, 20, message -> text(message.system().correlationId()), true));
		columns.add(column("creationTime", Messages.Column_creationTime, 26, message -> MessageTime.of(message.system().creationTime()), true));
		columns.add(column("partition", Messages.Column_partition, 9, message -> message.position().partition(), true));
		columns.add(column("sequenceNumber", Messages.Column_sequenceNumber, 12, message -> Long.toString(message.position().sequenceNumber()), true));
		columns.add(column("offset", Messages.Column_offset, 12, message -> message.position().offset(), true));
		return new Columns<>(columns);
	}

	private static String body(TelemetryMessage message) {
		return BodyCell.of(message.body(), message.system().contentType(), message.system().contentEncoding());
	}

	private static Column<NumberedMessage> column(String id, String heading, int width, Function<TelemetryMessage, String> text, boolean optional) {
		return new Column<>(id, heading, width, SWT.LEFT, message -> text.apply(message.message()), ARRIVAL, optional);
	}

	/** With nothing but what an id may have; others stay others. */
	static String id(MessageField field) {
		StringBuilder id = new StringBuilder("field.");
		field.text().chars().forEach(c -> {
			if (c < 128 && Character.isLetterOrDigit(c) || c == '.') {
				id.append((char) c);
			} else {
				id.append('_').append(Integer.toHexString(c)).append('_');
			}
		});
		return id.toString();
	}

	/** Without what tells fields of different kinds apart where it is plain. */
	static String heading(MessageField field) {
		return field instanceof MessageField.Property property ? property.name()
				: field instanceof MessageField.Annotation annotation ? annotation.name() : field.text();
	}

	static String entries(Map<String, Object> entries) {
		return entries.entrySet().stream().map(entry -> entry.getKey() + "=" + MessageText.of(entry.getValue())).collect(Collectors.joining(", "));
	}

	private static String text(@Nullable String value) {
		return value == null ? "" : value;
	}
}
