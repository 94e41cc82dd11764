// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.SystemProperties;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.core.transfer.Cells;

/**
 * Messages as the cells of a table: what each has, a column for each application property that any of them has, and for each field that a
 * person has chosen. No cell begins as a formula does.
 */
final class MessageCsv {

	private static final List<String> FIXED = List.of("enqueuedTime", "deviceId", "moduleId", "source", "partition", "sequenceNumber", "offset",
			"contentType", "contentEncoding", "messageId", "correlationId", "userId", "creationTime", "body");

	private final List<MessageField> fields;

	/** @param chosen fields that have a column of their own, beside the properties */
	MessageCsv(List<NumberedMessage> messages, List<MessageField> chosen) {
		TreeSet<String> properties = new TreeSet<>();
		messages.forEach(message -> properties.addAll(message.message().properties().keySet()));
		fields = Stream.concat(properties.stream().map(MessageField.Property::new), chosen.stream()).distinct().toList();
	}

	List<String> header() {
		return Stream.concat(FIXED.stream(), fields.stream().map(MessageField::text)).map(Cells::guarded).toList();
	}

	List<String> cells(TelemetryMessage message) {
		EventPosition position = message.position();
		SystemProperties system = message.system();
		List<String> cells = new ArrayList<>();
		cells.add(position.enqueuedTime().toString());
		cells.add(text(MessageText.deviceId(message)));
		cells.add(text(MessageText.moduleId(message)));
		cells.add(text(MessageText.source(message)));
		cells.add(text(position.partition()));
		cells.add(Long.toString(position.sequenceNumber()));
		cells.add(text(position.offset()));
		cells.add(text(system.contentType()));
		cells.add(text(system.contentEncoding()));
		cells.add(text(system.messageId()));
		cells.add(text(system.correlationId()));
		cells.add(text(system.userId()));
		cells.add(text(system.creationTime()));
		cells.add(body(message));
		fields.forEach(field -> cells.add(text(field.cell(message))));
		return cells;
	}

	private static String text(@Nullable Object value) {
		return value == null ? "" : Cells.guardedUnlessNumber(value.toString());
	}

	private static String body(TelemetryMessage message) {
		MessageBody body = MessageBody.of(message);
		String json = body.compactJson();
		String text = json == null ? body.text() : json;
		return text == null ? BodyText.preview(message) : text(text);
	}
}
