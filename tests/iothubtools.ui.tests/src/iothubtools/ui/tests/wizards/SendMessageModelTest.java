// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.wizards;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import iothubtools.client.auth.HubHost;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Finding.Severity;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.message.BodySource;
import iothubtools.ui.internal.wizards.message.MessageProperty;
import iothubtools.ui.internal.wizards.message.SendMessageFields;
import iothubtools.ui.internal.wizards.message.SendMessageModel;

class SendMessageModelTest {

	@TempDir
	Path folder;
	private final SendMessageModel model = new SendMessageModel();

	@BeforeEach
	void aCompleteModel() {
		model.setHub(HubConnection.create("hub", HubHost.parse("hub.azure-devices.net"), "iothubowner"));
		model.setDeviceId("d1");
		model.setText("{\"temperature\": 21.5}");
	}

	private static void finds(Findings findings, Severity severity, String field, String words) {
		Finding finding = findings.gravest();
		assertNotNull(finding, "no finding");
		assertEquals(severity, finding.severity(), finding.message());
		assertEquals(field, finding.field(), finding.message());
		assertTrue(finding.message().contains(words), finding.message());
	}

	private void add(String name, String value) {
		model.properties().add(new MessageProperty(name, value));
	}

	@Test
	void linesEndAlikeOnEverySystem() throws IOException {
		model.setText("{\r\n}\r\n");
		assertArrayEquals("{\n}\n".getBytes(StandardCharsets.UTF_8), model.message().body());
	}

	@Test
	void isJsonInUtf8UnlessToldOtherwise() throws IOException {
		assertNull(model.bodyFindings().gravest());
		assertEquals(DeviceMessage.builder().body("{\"temperature\": 21.5}".getBytes(StandardCharsets.UTF_8))
				.contentType("application/json").contentEncoding("utf-8").build(), model.message());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"temperature\": 21.5", "{} {}", "[1,]x", "{a: 1}" })
	void warnsWhenTheBodyIsNotTheJsonItIsSaidToBe(String text) {
		model.setText(text);
		finds(model.bodyFindings(), Severity.WARNING, SendMessageFields.BODY, "JSON");
		model.setContentType("text/plain");
		assertNull(model.bodyFindings().gravest());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"temperature\": 21.5}", "json", "application/", "/json", "text plain", "a/b/c", "a/b; c" })
	void warnsOfAContentTypeThatIsNone(String type) {
		model.setContentType(type);
		finds(model.bodyFindings(), Severity.WARNING, SendMessageFields.CONTENT_TYPE, "expected one such as application/json");
		assertTrue(model.bodyFindings().complete(), "it can be sent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "application/json", " text/plain ", "application/json;charset=utf-8", "text/x; a=\"b c\"; d=e", "application/vnd.acme.v2+json" })
	void saysNothingOfOneThatIs(String type) {
		model.setContentType(type);
		assertEquals(List.of(), model.bodyFindings().all());
	}

	@Test
	void aDeeplyNestedBodyIsOnlyABody() {
		model.setText("[".repeat(100_000) + "]".repeat(100_000));
		Finding finding = model.bodyFindings().gravest();
		assertTrue(finding == null || finding.severity() == Severity.WARNING);
	}

	@Test
	void countsWhatTheHubCounts() {
		long body = model.text().length();
		assertEquals(body + "application/json".length() + "utf-8".length(), model.size());
		add("level", "high");
		model.setMessageId("m-1");
		assertEquals(body + "application/json".length() + "utf-8".length() + "levelhigh".length() + 3, model.size());
	}

	@Test
	void refusesOneByteMoreThan256KbAndNamesBothSizes() {
		model.setContentType("");
		model.setContentEncoding("");
		model.setText("x".repeat((int) DeviceMessage.MAX_SIZE));
		assertTrue(model.bodyFindings().complete());
		model.setText(model.text() + "x");
		finds(model.bodyFindings(), Severity.ERROR, SendMessageFields.BODY, "262");
		model.setText(model.text().substring(2));
		add("a", "bc");
		finds(model.propertyFindings(), Severity.ERROR, SendMessageFields.BODY, "262");
	}

	@Test
	void takesTheBodyFromAFileAsItIs() throws IOException {
		model.setContentType("application/octet-stream");
		byte[] bytes = { 0, 1, (byte) 0xff };
		Path file = Files.write(folder.resolve("body.bin"), bytes);
		model.setSource(BodySource.FILE);
		finds(model.bodyFindings(), Severity.MISSING, SendMessageFields.FILE, "file");
		model.setFile(folder.resolve("none").toString());
		finds(model.bodyFindings(), Severity.ERROR, SendMessageFields.FILE, "no file");
		model.setFile(file.toString());
		assertNull(model.bodyFindings().gravest());
		assertArrayEquals(bytes, model.message().body());
	}

	@Test
	void warnsOfAFileThatIsNotTheJsonItIsSaidToBe() throws IOException {
		byte[] binary = new byte[200 * 1024];
		new Random(1).nextBytes(binary);
		Path file = Files.write(folder.resolve("image.bin"), binary);
		model.setSource(BodySource.FILE);
		model.setFile(file.toString());
		finds(model.bodyFindings(), Severity.WARNING, SendMessageFields.FILE, "JSON");
		model.setContentType("application/octet-stream");
		assertEquals(List.of(), model.bodyFindings().all());
		model.setContentType("application/json");
		model.setContentEncoding("gzip");
		assertEquals(List.of(), model.bodyFindings().all(), "what is compressed is no text");
		model.setContentEncoding("utf-8");
		Files.writeString(file, "{\"temperature\": 21}");
		assertEquals(List.of(), model.bodyFindings().all(), "it has changed meanwhile");
	}

	@Test
	void encodesTheTextAsTheContentEncodingSays() throws IOException {
		model.setContentEncoding("utf-16be");
		model.setText("ä");
		assertArrayEquals(new byte[] { 0, (byte) 0xe4 }, model.message().body());
		model.setContentEncoding("us-ascii");
		finds(model.bodyFindings(), Severity.ERROR, SendMessageFields.BODY, "ä");
		model.setContentEncoding("gzip");
		assertArrayEquals("ä".getBytes(StandardCharsets.UTF_8), model.message().body());
	}

	@ParameterizedTest
	@CsvSource({ "'', v, no name", "raum, köln, ö", "'na me', v, a space", "iothub-app-x, v, iothub-app-" })
	void namesThePropertyAndTheCharacterHttpCannotCarry(String name, String value, String words) {
		add(name, value);
		finds(model.propertyFindings(), Severity.ERROR, SendMessageFields.PROPERTIES, words);
	}

	@Test
	void refusesTheSameNameTwiceInAnyCase() {
		add("Level", "1");
		add("level", "2");
		finds(model.propertyFindings(), Severity.ERROR, SendMessageFields.PROPERTIES, "level");
	}

	@Test
	void namesWhatAnIdCannotHave() {
		model.setMessageId("a b");
		finds(model.propertyFindings(), Severity.ERROR, SendMessageFields.MESSAGE_ID, "a space");
		model.setMessageId("");
		model.setCorrelationId("x".repeat(129));
		finds(model.propertyFindings(), Severity.ERROR, SendMessageFields.CORRELATION_ID, "128");
	}

	@Test
	void rowsWithoutContentAreNotSent() throws IOException {
		add("", "");
		add("level", "high");
		assertNull(model.propertyFindings().gravest());
		assertEquals(Map.of("level", "high"), model.message().properties());
	}

	@Test
	void pastedLinesBecomeProperties() {
		List<MessageProperty> pasted = MessageProperty.parse("a=b=c\n\nd\te=f\r\n g : h \ni");
		assertEquals(List.of("a|b=c", "d|e=f", "g|h", "i|"),
				pasted.stream().map(property -> property.name() + "|" + property.value()).toList());
	}
}
