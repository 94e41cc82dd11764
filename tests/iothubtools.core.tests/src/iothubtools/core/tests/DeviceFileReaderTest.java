// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.twins.TwinContent;
import iothubtools.core.transfer.DeviceFileReader;
import iothubtools.core.transfer.FileEntry;
import iothubtools.core.transfer.FileEntry.DeviceLine;
import iothubtools.core.transfer.FileEntry.LineProblem;
import iothubtools.core.transfer.FileEntry.UnknownColumn;

/** Files of devices, good and bad ones. */
class DeviceFileReaderTest {

	private static final String KEY = "AAECAwQFBgcICQoLDA0ODw==";
	private static final String THUMBPRINT = "0123456789abcdef0123456789ABCDEF01234567";

	private static List<FileEntry> read(byte[] bytes) throws IOException {
		List<FileEntry> entries = new ArrayList<>();
		try (DeviceFileReader reader = new DeviceFileReader(new ByteArrayInputStream(bytes))) {
			for (FileEntry entry = reader.next(); entry != null; entry = reader.next()) {
				entries.add(entry);
			}
		}
		return entries;
	}

	private static List<FileEntry> read(String text) throws IOException {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Each entry as its line and id, or its line and an exclamation mark. */
	private static List<String> outline(List<FileEntry> entries) {
		return entries.stream().map(entry -> entry.line() + (entry instanceof DeviceLine device ? " " + device.device().deviceId()
				: entry instanceof UnknownColumn column ? " ? " + column.name() : " !")).toList();
	}

	private static DeviceLine only(String text) throws IOException {
		List<FileEntry> entries = read(text);
		assertEquals(1, entries.size(), entries.toString());
		return assertInstanceOf(DeviceLine.class, entries.get(0));
	}

	private static String reason(String text) throws IOException {
		List<FileEntry> entries = read(text);
		return assertInstanceOf(LineProblem.class, entries.get(entries.size() - 1), entries.toString()).reason();
	}

	@Test
	void aKeyInAnotherColumnIsNotRepeated() throws Exception {
		String key = "AAECAwQFBgcICQoLDA0ODw==";
		for (String line : List.of("d1," + key + "," + key, key + "/+,sas,x", "d1,sas,x" + key, "d1,selfSigned," + key)) {
			String reason = reason("deviceId,authentication,primaryKey\n" + line);
			assertFalse(reason.contains(key), reason);
		}
	}

	@Test
	void capabilitiesThatSayNothingAreNone() throws Exception {
		assertFalse(only("{\"deviceId\":\"d1\",\"capabilities\":{\"iotEdge\":null}}").device().iotEdge());
		assertFalse(reason("{\"deviceId\":\"d1\",\"capabilities\":{\"iotEdge\":{}}}").isEmpty());
		assertTrue(only("{\"deviceId\":\"d1\",\"capabilities\":{\"iotEdge\":true}}").device().iotEdge());
	}

	@Test
	void aLineHasAllThatCanBeSaidOfADevice() throws Exception {
		DeviceLine line = only("deviceId,status,statusReason,authentication,primaryKey,secondaryKey,iotEdge,parent,tag:site.hall,"
				+ "tag:floor,desired:rate,desired:mode.night\n" //
				+ "d1,disabled,\"at \"\"repair\"\", till May\",sas," + KEY + "," + KEY + ",TRUE,edge1,North,3,1.50,true\n");
		assertEquals(2, line.line());
		assertEquals("d1", line.device().deviceId());
		assertEquals(DeviceStatus.DISABLED, line.device().status());
		assertEquals("at \"repair\", till May", line.device().statusReason());
		assertEquals(KEY, assertInstanceOf(SymmetricKeys.class, line.device().authentication()).primary().reveal());
		assertTrue(line.device().iotEdge());
		assertEquals("edge1", line.parent());
		TwinContent twin = line.twin();
		assertNotNull(twin);
		assertEquals("{\"site\":{\"hall\":\"North\"},\"floor\":3}", twin.tags());
		assertEquals("{\"rate\":1.50,\"mode\":{\"night\":true}}", twin.desired());
	}

	@Test
	void whatIsNotGivenIsAsTheHubMakesIt() throws Exception {
		DeviceLine line = only("deviceId,status,primaryThumbprint,tag:a\nd1,,,\n");
		assertEquals(DeviceStatus.ENABLED, line.device().status());
		assertEquals(SymmetricKeys.generatedByHub(), line.device().authentication());
		assertNull(line.twin());
		assertNull(line.parent());
		assertEquals(new SelfSigned(THUMBPRINT, null), only("deviceid,PRIMARYTHUMBPRINT\nd1," + THUMBPRINT).device().authentication());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\r\n" })
	void endsOfLinesAreAnyOfThree(String end) throws Exception {
		String text = String.join(end, "\uFEFFdeviceId,statusReason", "d1,\"two", "lines\"", "", "d2,", "bad id,", "d3,x");
		assertEquals(List.of("2 d1", "5 d2", "6 !", "7 d3"), outline(read(text)));
		assertEquals("two" + end + "lines", ((DeviceLine) read(text).get(0)).device().statusReason());
	}

	@Test
	void aQuotationMarkThatIsNeverClosedCostsItsOwnLine() throws Exception {
		assertEquals(List.of("2 d1", "3 !", "4 d3", "5 d4"), outline(read("deviceId,statusReason\nd1,x\n\"d2,y\nd3,z\nd4,\"q\"\n")));
		assertEquals(List.of("2 !", "3 d2", "4 d3"), outline(read("deviceId,statusReason\nd1,\"x\"y\nd2,in\"ch\nd3,5\"\n")));
		assertTrue(reason("deviceId,statusReason\nd1,\"x").contains("quotation marks"));
	}

	@Test
	void whatIsNoUtf8IsToldWithItsLine() throws Exception {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write("deviceId,statusReason\nd1,größer\n".getBytes(StandardCharsets.UTF_8));
		file.write("d2,größer\n".getBytes(Charset.forName("windows-1252")));
		file.write("d3,größer\n".getBytes(StandardCharsets.UTF_8));
		List<FileEntry> entries = read(file.toByteArray());
		assertEquals(List.of("2 d1", "3 !", "4 d3"), outline(entries));
		assertTrue(((LineProblem) entries.get(1)).reason().contains("UTF-8"));
		assertEquals("größer", ((DeviceLine) entries.get(0)).device().statusReason());
		assertTrue(((LineProblem) read("deviceId\nd1".getBytes(StandardCharsets.UTF_16)).get(0)).reason().contains("UTF-16"));
	}

	@Test
	void ofTwoLinesWithTheSameIdTheFirstCounts() throws Exception {
		List<FileEntry> entries = read("deviceId\nd1\nD1\nd1\n");
		assertEquals(List.of("2 d1", "3 D1", "4 !"), outline(entries));
		LineProblem problem = (LineProblem) entries.get(2);
		assertEquals("d1", problem.deviceId());
		assertTrue(problem.reason().contains("line 2"), problem.reason());
	}

	@Test
	void columnsNobodyKnowsAreToldAndLeftOut() throws Exception {
		assertEquals(List.of("1 ? colour", "2 d1"), outline(read("deviceId,colour,etag\nd1,red,x\n")));
		assertEquals(List.of("1 ? colour", "1 d1", "2 d2"),
				outline(read("{\"deviceId\":\"d1\",\"colour\":1,\"etag\":\"x\"}\n{\"deviceId\":\"d2\",\"colour\":2}\n")));
	}

	@Test
	void theSeparatorIsTheHeadersOwn() throws Exception {
		assertEquals("a,b", only("deviceId;statusReason;tag:x\nd1;a,b;1\n").device().statusReason());
		assertEquals("a,b", only("deviceId\tstatusReason\nd1\ta,b\n").device().statusReason());
		assertEquals(List.of("3 d1"), outline(read("sep=;\ndeviceId;status\nd1;enabled\n")));
	}

	@Test
	void aHeaderOfNoUseIsToldOnce() throws Exception {
		assertEquals(List.of("1 !"), outline(read("name,status\na,enabled\n")));
		assertEquals(List.of("1 !"), outline(read("deviceId,status,Status\na,enabled,enabled\n")));
		assertEquals(List.of("1 !"), outline(read("")));
		assertEquals(List.of("1 !"), outline(read("\n\n")));
		assertTrue(reason("").contains("empty"));
	}

	@Test
	void eachFieldThatIsWrongIsNamed() throws Exception {
		assertTrue(reason("deviceId,status\nd1,on").startsWith("status: "));
		assertTrue(reason("deviceId,iotEdge\nd1,yes").startsWith("iotEdge: "));
		assertTrue(reason("deviceId,authentication\nd1,none").startsWith("authentication: "));
		assertTrue(reason("deviceId,primaryKey\nd1," + KEY).startsWith("secondaryKey: "));
		assertTrue(reason("deviceId,authentication,primaryKey\nd1,selfSigned," + KEY).startsWith("primaryKey: "));
		assertTrue(reason("deviceId,primaryThumbprint\nd1,12").startsWith("primaryThumbprint: "));
		assertTrue(reason("deviceId,tag:a,tag:a.b\nd1,1,2").startsWith("tag:a.b: "));
		assertTrue(reason("deviceId,tags\nd1,[1]").startsWith("tags: "));
		assertTrue(reason("deviceId,status\nd1,enabled,more").contains("3 cells"));
		assertTrue(reason("deviceId,status\n,enabled").startsWith("deviceId: "));
	}

	@Test
	void whatATwinCannotHaveIsToldBeforeTheHubIsAsked() throws Exception {
		assertTrue(reason("deviceId,tag:$a\nd1,1").startsWith("tags: \"$a\" has a space"));
		assertTrue(reason("deviceId,desired:a.b c\nd1,1").startsWith("desired: \"b c\" has a space"));
		assertTrue(reason("{\"deviceId\":\"d1\",\"tags\":{\"n\":9007199254740993}}").startsWith("tags: 9007199254740993 is too large"));
		assertTrue(reason("{\"deviceId\":\"d1\",\"desired\":{\"list\":[1,null]}}").startsWith("desired: An array must not have null"));
		assertTrue(reason("deviceId,tag:a\nd1," + "x".repeat(4097)).startsWith("tags: A text must not have more than 4096 bytes"));
		String many = IntStream.range(0, 3).mapToObj(i -> "tag:t" + i).collect(Collectors.joining(","));
		String cell = "x".repeat(4000);
		assertTrue(reason("deviceId," + many + "\nd1," + cell + "," + cell + "," + cell).startsWith("tags: Tags must not have more than 8192 bytes"));
		assertEquals("d1", only("deviceId,tag:a,desired:b.c\nd1,North,5").device().deviceId());
	}

	@Test
	void aKeyIsInNoReason() throws Exception {
		String wrong = KEY + "x";
		assertFalse(reason("deviceId,primaryKey,secondaryKey\nd1," + wrong + "," + wrong).contains(KEY));
		assertFalse(reason("deviceId,primaryKey,secondaryKey\nd1,\"" + wrong + "\"x," + wrong).contains(KEY));
		assertFalse(reason("{\"deviceId\":\"d1\",\"primaryKey\":\"" + wrong + "\"").contains(KEY));
	}

	@Test
	void jsonLinesAndArraysAreTheSame() throws Exception {
		List<String> devices = List.of("{\"deviceId\":\"d1\",\"status\":\"disabled\",\"tags\":{\"a\":1.0},\"tag:b.c\":\"x,]\"}",
				"{\"deviceId\":\"d2\"", "{\"deviceId\":\"d3\",\"iotEdge\":true,\"desired\":{\"q\":\"\\\"}\"}}");
		List<FileEntry> lines = read(String.join("\n", devices));
		assertEquals(List.of("1 d1", "2 !", "3 d3"), outline(lines));
		DeviceLine first = (DeviceLine) lines.get(0);
		assertEquals("{\"a\":1.0,\"b\":{\"c\":\"x,]\"}}", first.twin().tags());
		List<FileEntry> array = read("[" + devices.get(0) + ",\r\n {\"deviceId\":d2},\r\n" + devices.get(2) + "\r\n]\r\n");
		assertEquals(List.of("1 d1", "2 !", "3 d3"), outline(array));
		assertEquals(first, array.get(0));
		assertEquals(lines.get(2), array.get(2));
		assertEquals(List.of("1 d1", "1 !"), outline(read("[" + devices.get(0) + ",")));
		assertEquals(List.of("3 d1", "3 !", "3 !"), outline(read("\n \n[{\"deviceId\":\"d1\"},7,[]]")));
	}

	@Test
	void theHubsOwnFormIsRead() throws Exception {
		DeviceLine line = only("[\n{\"deviceId\":\"d1\",\"etag\":\"x\",\"status\":\"enabled\",\"authentication\":{\"type\":\"sas\","
				+ "\"symmetricKey\":{\"primaryKey\":\"" + KEY + "\",\"secondaryKey\":\"" + KEY + "\"},"
				+ "\"x509Thumbprint\":{\"primaryThumbprint\":null,\"secondaryThumbprint\":null}},"
				+ "\"capabilities\":{\"iotEdge\":false},\"deviceScope\":\"ms-azure-iot-edge://the-edge-638412\","
				+ "\"properties\":{\"desired\":{\"a\":1,\"$version\":3,\"$metadata\":{}},\"reported\":{\"b\":2}}}]");
		assertEquals(2, line.line());
		assertEquals(KEY, assertInstanceOf(SymmetricKeys.class, line.device().authentication()).secondary().reveal());
		assertEquals("the-edge", line.parent());
		assertEquals("{\"a\":1}", line.twin().desired());
	}
}
