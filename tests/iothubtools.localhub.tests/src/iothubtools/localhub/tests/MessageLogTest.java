// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;

import iothubtools.localhub.settings.EventHubSettings;
import iothubtools.localhub.settings.HubLimits;
import iothubtools.localhub.settings.LocalHubSettings;

/** Which messages are shown of the log they are written to: none of a device that is gone, and all that a damaged disk has left. */
@Timeout(60)
class MessageLogTest {

	private static final String PAYLOAD = "x".repeat(2000);

	@TempDir
	Path data;
	private UnaryOperator<LocalHubSettings> settings = usual -> usual;

	private TestHub start() throws Exception {
		return TestHub.start(data, settings);
	}

	private static void send(TestHub hub, String device, String body, String... headers) {
		hub.callAs(hub.token("device"), "POST", "/devices/" + device + "/messages/events" + TestHub.VERSION, body, headers).expect(204);
	}

	private static List<String> of(TestHub hub, String device) {
		return hub.hub().receivedMessages(device).stream().map(one -> new String(one.body(), StandardCharsets.UTF_8)).toList();
	}

	private static void makeAnew(TestHub hub, String device) {
		hub.call("DELETE", "/devices/" + device, null, "If-Match", "*").expect(204);
		hub.create(device);
	}

	@Test
	void theMessagesOfADeletedDeviceStayAwayHoweverOftenTheHubStarts() throws Exception {
		try (TestHub hub = start()) {
			hub.create("d");
			send(hub, "d", "of the first");
			makeAnew(hub, "d");
			send(hub, "d", "of the second");
		}
		for (int i = 0; i < 3; i++) {
			try (TestHub hub = start()) {
				assertEquals(List.of("of the second"), of(hub, "d"));
			}
		}
	}

	@Test
	void soDoThoseThatThereWasNoRoomToShow() throws Exception {
		settings = usual -> usual.withLimits(new HubLimits(100, 1000, 1000, 5000));
		try (TestHub hub = start()) {
			hub.create("d");
			hub.create("e");
			send(hub, "d", "of the first");
			for (int i = 0; i < 3; i++) {
				send(hub, "e", PAYLOAD);
			}
			assertEquals(List.of(), of(hub, "d"));
			makeAnew(hub, "d");
			makeAnew(hub, "e");
		}
		try (TestHub hub = start()) {
			assertEquals(List.of(), of(hub, "d"));
		}
	}

	@Test
	void aMessageThatTheDiskChangedIsPassedOver() throws Exception {
		withoutTheOneWith("m2", List.of("m0", "m1", "m3", "m4"));
	}

	@Test
	void soIsOneWhoseDeviceCannotBeTold() throws Exception {
		withoutTheOneWith("\0\0\0\1d", List.of("m1", "m2", "m3", "m4"));
	}

	private void withoutTheOneWith(String flipped, List<String> expected) throws Exception {
		List<String> left = new ArrayList<>(expected);
		try (TestHub hub = start()) {
			hub.create("d");
			IntStream.range(0, 5).forEach(i -> send(hub, "d", "m" + i));
		}
		flip(flipped);
		try (TestHub hub = start()) {
			assertEquals(left, of(hub, "d"));
			send(hub, "d", "after");
			left.add("after");
			assertEquals(left, of(hub, "d"));
		}
		try (TestHub hub = start()) {
			assertEquals(left, of(hub, "d"));
		}
	}

	/** Changes the one file of the log where this stands first. */
	private void flip(String text) throws IOException {
		List<Path> files = files();
		assertEquals(1, files.size());
		byte[] bytes = Files.readAllBytes(files.get(0));
		int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
		assertTrue(place > 0, text + " is not in " + files);
		bytes[place] ^= 0x7f;
		Files.write(files.get(0), bytes);
	}

	/** The log's files, oldest first; all in one partition here. */
	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(data.resolve("events"))) {
			return all.filter(Files::isRegularFile).filter(file -> file.toFile().length() > 0).sorted().toList();
		}
	}

	/** Some file systems show zeros after a power cut where nothing was written yet. */
	@Test
	void aFileOfZerosTakesNothingElseWithIt() throws Exception {
		settings = usual -> usual.withEvents(EventHubSettings.DEFAULT.withRetention(EventHubSettings.DEFAULT.retention(), 2 * 1024 * 1024));
		int sent = 80;
		try (TestHub hub = start()) {
			hub.create("d");
			IntStream.range(0, sent).forEach(i -> send(hub, "d", i + PAYLOAD));
		}
		List<Path> files = files();
		assertTrue(files.size() > 2, "several files");
		Path last = files.get(files.size() - 1);
		Files.write(last, new byte[(int) Files.size(last)]);
		List<String> left;
		try (TestHub hub = start()) {
			left = new ArrayList<>(of(hub, "d"));
			assertTrue(left.size() > sent / 2 && left.size() < sent, left.size() + " are left");
			assertEquals(IntStream.range(0, left.size()).mapToObj(i -> i + PAYLOAD).toList(), left);
			send(hub, "d", "after");
			left.add("after");
			assertEquals(left, of(hub, "d"));
		}
		try (TestHub hub = start()) {
			assertEquals(left, of(hub, "d"));
		}
	}

	@Test
	void aTextThatAmqpHasNoWayToTellIsShownAsItWas() throws Exception {
		List<JsonElement> properties = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			try (TestHub hub = start()) {
				if (i == 0) {
					hub.create("d");
					send(hub, "d", "[{\"body\":\"\",\"properties\":{\"iothub-contenttype\":\"text/\u00fc\"}}]", "Content-Type",
							"application/vnd.microsoft.iothub.json");
				}
				properties.add(hub.callAs(hub.token("service"), "GET", "/localhub/messages", null).expect(200).array().get(0).getAsJsonObject()
						.get("properties"));
			}
		}
		assertEquals("text/\u00fc", properties.get(0).getAsJsonObject().get("content-type").getAsString());
		assertEquals(properties.get(0), properties.get(1));
	}
}
