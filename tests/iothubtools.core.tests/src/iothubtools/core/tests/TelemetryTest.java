// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.amqp.telemetry.EventPosition;
import iothubtools.amqp.telemetry.MessageSource;
import iothubtools.amqp.telemetry.SystemProperties;
import iothubtools.amqp.telemetry.TelemetryMessage;
import iothubtools.client.commands.Payload;
import iothubtools.core.telemetry.BodyPath;
import iothubtools.core.telemetry.BodyText;
import iothubtools.core.telemetry.FilterException;
import iothubtools.core.telemetry.FilteredMessages;
import iothubtools.core.telemetry.MessageAtTime;
import iothubtools.core.telemetry.MessageBody;
import iothubtools.core.telemetry.MessageBody.Note;
import iothubtools.core.telemetry.MessageBuffer;
import iothubtools.core.telemetry.MessageField;
import iothubtools.core.telemetry.MessageFilter;
import iothubtools.core.telemetry.MessageNumbers;
import iothubtools.core.telemetry.NumberedMessage;
import iothubtools.core.telemetry.SeenFields;
import iothubtools.core.telemetry.TypedTime;

/** What the monitor makes of messages: kept, filtered, read, written. */
class TelemetryTest extends WithMessages {

	private static MessageBody body(byte[] bytes, @Nullable String type, @Nullable String encoding) {
		return MessageBody.of(message("d", bytes, type, encoding, Map.of()));
	}

	private static List<Long> numbers(List<NumberedMessage> messages) {
		return messages.stream().map(NumberedMessage::number).toList();
	}

	@Test
	void theOldestFallOutAndAreCounted() {
		MessageBuffer buffer = new MessageBuffer(1500, Long.MAX_VALUE);
		List<TelemetryMessage> some = IntStream.range(0, 700).mapToObj(i -> json("d" + i, "{}")).toList();
		for (int i = 0; i < 5; i++) {
			buffer.add(some);
		}
		assertEquals(new MessageBuffer.Contents(2001, 3501, 2000), buffer.contents());
		List<NumberedMessage> all = buffer.from(0);
		assertEquals(1500, all.size());
		assertEquals("d" + 2000 % 700, all.get(0).message().sender().deviceId());
		assertEquals(List.of(3499L, 3500L), numbers(buffer.from(3499)));
		buffer.clear();
		assertEquals(new MessageBuffer.Contents(3501, 3501, 0), buffer.contents());
		buffer.add(some.subList(0, 1));
		assertEquals(List.of(3501L), numbers(buffer.from(0)));
	}

	@Test
	void bytesHaveABoundAndTheLastMessageStaysWhateverItTakes() {
		MessageBuffer buffer = new MessageBuffer(1000, 1 << 20);
		TelemetryMessage large = message("d", new byte[256 << 10], null, null, Map.of());
		for (int i = 0; i < 10; i++) {
			buffer.add(List.of(large));
		}
		assertEquals(3, buffer.contents().count());
		assertEquals(7, buffer.contents().fellOut());
		buffer.add(List.of(message("d", new byte[2 << 20], null, null, Map.of())));
		assertEquals(1, buffer.contents().count());
	}

	@Test
	void aFilterLooksAtEachMessageOnceAndForgetsThoseThatFellOut() throws Exception {
		MessageBuffer buffer = new MessageBuffer(10, Long.MAX_VALUE);
		FilteredMessages shown = new FilteredMessages(buffer);
		List<String> asked = new ArrayList<>();
		shown.filter(message -> asked.add(message.sender().deviceId()) && message.sender().deviceId().endsWith("1"));
		buffer.add(List.of(json("a1", "{}"), json("a2", "{}")));
		assertEquals(List.of(1L), numbers(shown.update()));
		buffer.add(List.of(json("b1", "{}")));
		List<NumberedMessage> before = shown.update();
		assertEquals(List.of(1L, 3L), numbers(before));
		assertEquals(List.of("a1", "a2", "b1"), asked);
		buffer.add(IntStream.range(0, 9).mapToObj(i -> json("c" + i, "{}")).toList());
		assertEquals(List.of(3L, 5L), numbers(shown.update()));
		assertEquals(List.of(1L, 3L), numbers(before));
		shown.filter(MessageFilter.ALL);
		assertEquals(10, shown.update().size());
		buffer.clear();
		assertEquals(List.of(), shown.update());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "TEMPERATURE", "über", "line-1", "level", "high", "\"odd name\"", "/temp.*21\\.5/", "/LINE-\\d$/", "device:line-*",
			"device:LINE-1", "source:telemetry", "property:level", "property:level=high", "property:level=h*", "property:n>4", "property:n <= 5",
			"annotation:iothub-message-source=Telemetry", "$.temperature", "$.temperature > 21.4", "$.temperature=21.5", "$.engine.on = true",
			"$.engine['odd name'] = \"Über\"", "$.values[1] >= 5", "$.values[*] > 29", "$.engine.* = true", "!device:other", "!$.none", "!/nothing/",
			"temperature device:line-1 $.temperature < 100", "$.temperature != 5", "property:\"level\"=high" })
	void aFilterFindsWhatItAsksFor(String filter) throws Exception {
		assertTrue(MessageFilter.parse(filter).passes(json("line-1", BODY)), filter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pressure", "/^temp/", "device:line", "module:m", "source:twin*", "property:other", "property:level=low", "property:n>5",
			"$.temperature > 30", "$.values[9]", "$.values[*] > 30", "$.engine.on = false", "$.none != 5", "!temperature", "temperature pressure",
			"$.temperature != 21.5" })
	void aFilterLeavesOutWhatItDoesNotAskFor(String filter) throws Exception {
		assertFalse(MessageFilter.parse(filter).passes(json("line-1", BODY)), filter);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/[/|regular expression", "$.a[|$.a[", "$.temperature >|'behind ''$.temperature >'''", "device:|needs a name",
			"'\"never ends'|quotation mark", "$..a|$..a" })
	void aFilterThatIsNoneSaysWhatIsWrong(String filter, String said) {
		FilterException problem = assertThrows(FilterException.class, () -> MessageFilter.parse(filter));
		assertTrue(String.valueOf(problem.getMessage()).contains(said), problem.getMessage());
	}

	@Test
	void anExpressionThatNeverEndsEnds() throws Exception {
		MessageFilter filter = MessageFilter.parse("/(a+)+b/");
		assertTimeout(Duration.ofSeconds(20), () -> filter.passes(message("d", utf8("a".repeat(60_000)), null, null, Map.of())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/(\\w|\\s)*!/", "/(?:.|\\n)+!/", "/(a|b)*?!/" })
	void anExpressionThatNeedsTooMuchStackFindsNothing(String expression) throws Exception {
		assertFalse(MessageFilter.parse(expression).passes(message("d", utf8("a".repeat(256 << 10)), null, null, Map.of())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "$", "$.", "$['", "\"", "property:", "/\\" })
	void aFilterMayBeAsLongAsATextThatIsPasted(String begin) {
		String pasted = begin + "a['\\".repeat(20_000);
		try {
			assertFalse(MessageFilter.parse(pasted).passes(json("d", BODY)));
		} catch (FilterException e) {
			assertTrue(e.getMessage().length() < 400, "too long to be read");
		}
	}

	@Test
	void bodiesThatAreNoJsonOrNoTextDisturbNoFilter() throws Exception {
		for (byte[] body : List.of(new byte[0], new byte[] { 0, (byte) 0xff, 1 }, utf8("{\"a\":"), utf8("[".repeat(100_000)))) {
			assertFalse(MessageFilter.parse("$.temperature > 1").passes(message("d", body, "application/json", "utf-8", Map.of())));
			assertFalse(MessageFilter.parse("word").passes(message("d", body, null, null, Map.of())));
		}
	}

	@Test
	void jsonIsReadableAndItsNumbersStayAsTheyWere() {
		MessageBody body = body(utf8(BODY), "application/json; charset=utf-8", null);
		assertTrue(String.valueOf(body.readable()).contains("\n  \"temperature\": 21.50,\n"), body.readable());
		assertEquals(BODY, body.compactJson());
		assertEquals(Set.of(), body.notes());
	}

	@Test
	void aBodyThatSaysNothingOfItselfIsWhatItIs() {
		assertTrue(body(utf8("{\"a\":1}"), null, null).hasJson());
		assertFalse(body(utf8("42"), null, null).hasJson());
		assertEquals("42", body(utf8("42"), null, null).text());
		assertNull(body(new byte[] { 1, 2, 3 }, null, null).text());
		assertEquals("", body(new byte[0], null, null).text());
		assertEquals(Set.of(), body(new byte[] { 1, 2, (byte) 0xff }, "application/octet-stream", null).notes());
	}

	@Test
	void aBodyThatIsNotWhatItSaysIsToldOf() {
		MessageBody noJson = body(utf8("{\"a\":"), "application/json", "utf-8");
		assertEquals(Set.of(Note.NO_JSON), noJson.notes());
		assertEquals("{\"a\":", noJson.readable());
		assertEquals(Set.of(Note.NO_TEXT), body(new byte[] { (byte) 0xff }, "text/plain", null).notes());
		assertEquals(Set.of(Note.UNKNOWN_ENCODING), body(utf8("a"), "text/plain", "klingon").notes());
		assertEquals("Ü", body("Ü".getBytes(StandardCharsets.UTF_16), "text/plain", "utf-16").text());
		assertEquals("Ü", body("Ü".getBytes(StandardCharsets.ISO_8859_1), "text/plain; charset=\"iso-8859-1\"", null).text());
	}

	private static byte[] packed(byte[] bytes) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		return out.toByteArray();
	}

	@Test
	void packedBodiesAreUnpackedUpToABound() throws Exception {
		MessageBody body = body(packed(utf8(BODY)), "application/json", "gzip");
		assertEquals(BODY, body.compactJson());
		assertEquals(Set.of(Note.UNPACKED), body.notes());
		assertTrue(MessageFilter.parse("$.temperature = 21.5 über").passes(message("d", packed(utf8(BODY)), null, "gzip", Map.of())));
		assertEquals("{\"a\": 1}", BodyText.preview(message("d", packed(utf8("{\"a\":\n 1}")), null, "GZIP", Map.of())));

		MessageBody bomb = body(packed(new byte[64 << 20]), "application/json", "gzip");
		assertEquals(MessageBody.MOST_UNPACKED, bomb.bytes().length);
		assertEquals(Set.of(Note.UNPACKED, Note.CUT_SHORT), bomb.notes());

		byte[] whole = packed(utf8("x".repeat(100_000) + BODY.repeat(50)));
		assertTrue(body(Arrays.copyOf(whole, whole.length / 2), "text/plain", "gzip").notes().contains(Note.DAMAGED));
		MessageBody none = body(utf8("plain"), "text/plain", "gzip");
		assertEquals(Set.of(Note.NOT_PACKED), none.notes());
		assertEquals("plain", none.text());
	}

	@Test
	void bytesAreShownAsNumbersAndCharacters() {
		String lines = BodyText.hex(utf8("0123456789abcdefXY\n"));
		assertEquals("000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef\n"
				+ "000010  58 59 0a                                         XY.\n", lines);
		assertEquals("00 ff", BodyText.preview(message("d", new byte[] { 0, (byte) 0xff }, null, null, Map.of())));
		assertEquals(240, BodyText.preview(message("d", utf8("x".repeat(256 << 10)), null, null, Map.of())).length());
	}

	@Test
	void fieldsThatWereSeenAreProposed() {
		SeenFields seen = new SeenFields();
		seen.add(json("d", BODY));
		List<String> fields = seen.all().stream().map(MessageField::text).toList();
		assertEquals(List.of("$.temperature", "$.engine.on", "$.engine['odd name']", "$.values", "property:level", "property:n",
				"annotation:iothub-connection-device-id", "annotation:iothub-message-source"), fields);
		for (MessageField field : seen.all()) {
			assertEquals(field, MessageField.of(field.text()));
			assertFalse(field.cell(json("d", BODY)).isEmpty(), field.text());
		}
		assertNull(BodyPath.of("$.a b"));
	}

	@Test
	void numbersAtPathsAreLinesOfTheirDevices() {
		MessageBuffer buffer = new MessageBuffer();
		MessageNumbers numbers = new MessageNumbers();
		assertEquals(List.of(), numbers.update(buffer.from(0)));
		numbers.paths(List.of(BodyPath.of("$.t"), BodyPath.of("$.v[*]")));
		buffer.add(List.of(json("a", "{\"t\":1}"), json("b", "{\"t\":\"no number\"}"), json("a", "{\"t\":2.5,\"v\":[7,8]}"), json("a", "no JSON")));
		List<MessageNumbers.Series> lines = numbers.update(buffer.from(0));
		assertEquals(List.of("a $.t", "a $.v[*]"), lines.stream().map(line -> line.deviceId() + " " + line.path()).toList());
		assertArrayEquals(new double[] { 1, 2.5 }, lines.get(0).values());
		assertArrayEquals(new double[] { 7, 8 }, lines.get(1).values());
		buffer.add(List.of(json("a", "{\"t\":3}")));
		assertArrayEquals(new double[] { 1, 2.5, 3 }, numbers.update(buffer.from(0)).get(0).values());
		numbers.reset();
		assertEquals(3, numbers.update(buffer.from(0)).get(0).values().length);
	}

	@Test
	void theLastNumbersOfALineAreKept() {
		MessageBuffer buffer = new MessageBuffer();
		MessageNumbers numbers = new MessageNumbers();
		numbers.paths(List.of(BodyPath.of("$.t")));
		for (int i = 0; i < 3; i++) {
			int from = i * 1500;
			buffer.add(IntStream.range(from, from + 1500).mapToObj(n -> json("a", "{\"t\":" + n + "}")).toList());
			numbers.update(buffer.from(0));
		}
		double[] values = numbers.update(buffer.from(0)).get(0).values();
		assertEquals(MessageNumbers.MOST_POINTS, values.length);
		assertArrayEquals(IntStream.range(4500 - values.length, 4500).asDoubleStream().toArray(), values);
	}

	@ParameterizedTest
	@CsvSource({ "14:30, 2026-03-04T13:30:00Z", "9:05:07, 2026-03-04T08:05:07Z", "2026-01-31, 2026-01-30T23:00:00Z", "2026-01-31 14:30:05.25, 2026-01-31T13:30:05.250Z",
			"2026-01-31T14:30, 2026-01-31T13:30:00Z", "2026-07-31 14:30, 2026-07-31T12:30:00Z", "2026-01-31T13:30:00Z, 2026-01-31T13:30:00Z",
			"2026-01-31 14:30 +02:00, 2026-01-31T12:30:00Z", "2026-01-31t14:30-0330, 2026-01-31T18:00:00Z", "2026-01-31 14:30+02, 2026-01-31T12:30:00Z" })
	void aTimeIsReadAsItIsTyped(String text, Instant time) {
		assertEquals(time, TypedTime.parse(' ' + text + ' ', LocalDate.of(2026, 3, 4), ZoneId.of("Europe/Berlin")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "25:00", "14", "2026-02-30 14:30", "2026-01-31 14:30 Europe", "2026-01-31 14:30 +99:00", "14:30Z", "14:30:05.1234567890" })
	void aTextThatIsNoTimeIsNone(String text) {
		assertNull(TypedTime.parse(text, LocalDate.of(2026, 3, 4), ZoneId.of("Europe/Berlin")));
	}

	/** Messages of several partitions do not come in the order of their times. */
	@Test
	void theMessageAtATimeIsTheFirstThenOrLater() {
		Instant noon = Instant.parse("2026-01-02T12:00:00Z");
		List<NumberedMessage> messages = new ArrayList<>();
		for (int second : new int[] { 0, 4, 2, 2, 6 }) {
			messages.add(new NumberedMessage(messages.size() + 1, new TelemetryMessage(new EventPosition("0", 7, "100", noon.plusSeconds(second)), null,
					MessageSource.TELEMETRY, new Payload(new byte[0]), SystemProperties.NONE, Map.of(), Map.of())));
		}
		assertEquals(new MessageAtTime(messages.get(2), MessageAtTime.Place.AMONG), MessageAtTime.find(messages, noon.plusSeconds(1)));
		assertEquals(new MessageAtTime(messages.get(1), MessageAtTime.Place.AMONG), MessageAtTime.find(messages, noon.plusSeconds(4)));
		assertEquals(new MessageAtTime(messages.get(0), MessageAtTime.Place.AMONG), MessageAtTime.find(messages, noon));
		assertEquals(new MessageAtTime(messages.get(0), MessageAtTime.Place.BEFORE), MessageAtTime.find(messages, noon.minusMillis(1)));
		assertEquals(new MessageAtTime(messages.get(4), MessageAtTime.Place.AFTER), MessageAtTime.find(messages, noon.plusSeconds(7)));
		assertNull(MessageAtTime.find(List.of(), noon));
	}
}
