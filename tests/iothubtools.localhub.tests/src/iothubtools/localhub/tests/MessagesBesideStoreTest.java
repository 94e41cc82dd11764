// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.localhub.LocalHub;
import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/** Messages alone need no version of the store: how far they count is kept in a file beside it, and is as lasting as the rest. */
@Timeout(180)
class MessagesBesideStoreTest {

	private static final int DEVICES = 3;
	/** In all, less than what a device keeps. */
	private static final int MESSAGES = 20;

	@TempDir
	Path data;

	private ForkedHub start() throws Exception {
		return ForkedHub.start("--port", "0", "--plain-http", "--data", data.toString());
	}

	private Path store() {
		return data.resolve("hub.mv.db");
	}

	private Path beside() {
		return data.resolve("hub.positions");
	}

	/** A hub that is killed after devices were created and sent messages; each of these was confirmed. */
	private StoreLoad killedAfterMessages() throws Exception {
		try (ForkedHub hub = start()) {
			StoreLoad load = new StoreLoad(hub);
			load.create(DEVICES);
			load.send(DEVICES, MESSAGES, 100);
			hub.kill();
			return load;
		}
	}

	/** The store's file has nothing of them. */
	@Test
	void messagesAreKeptWithoutAVersionOfTheStore() throws Exception {
		try (ForkedHub hub = start()) {
			StoreLoad load = new StoreLoad(hub);
			load.create(DEVICES);
			byte[] before = Files.readAllBytes(store());
			byte[] positions = Files.readAllBytes(beside());
			load.send(DEVICES, MESSAGES, 100);
			assertArrayEquals(before, Files.readAllBytes(store()));
			assertFalse(Arrays.equals(positions, Files.readAllBytes(beside())));
			hub.kill();
			load.isKept(data);
		}
	}

	/** Once more after each kill, and with a change of the store between them. */
	@Test
	void theyAndTheirNumbersGoOnAfterEachKill() throws Exception {
		for (int round = 1; round <= 4; round++) {
			try (ForkedHub hub = start()) {
				StoreLoad load = new StoreLoad(hub);
				if (round == 1) {
					load.create(DEVICES);
				}
				load.send(DEVICES, MESSAGES, 100);
				if (round == 3) {
					load.createOne(DEVICES);
					load.send(1, 1, 100);
				}
				hub.kill();
			}
		}
		try (TestHub hub = TestHub.start(data)) {
			long[] numbers = IntStream.range(0, DEVICES).mapToObj(i -> hub.hub().receivedMessages(StoreLoad.id(i))).flatMap(List::stream)
					.mapToLong(ReceivedMessage::sequenceNumber).sorted().toArray();
			assertArrayEquals(LongStream.range(0, 4L * DEVICES * MESSAGES + 1).toArray(), numbers);
		}
	}

	@Test
	void withoutThatFileAHubThatWasKilledDoesNotForgetThemSilently() throws Exception {
		StoreLoad load = killedAfterMessages();
		byte[] whole = Files.readAllBytes(beside());
		Files.delete(beside());
		isRefused();
		byte[] flipped = whole.clone();
		flipped[20] ^= 1;
		flipped[8192 + 20] ^= 1;
		Files.write(beside(), flipped);
		isRefused();
		Files.write(beside(), whole);
		load.isKept(data);
	}

	private void isRefused() throws Exception {
		byte[] before = Files.readAllBytes(store());
		LocalHubException failure = assertThrows(LocalHubException.class, () -> LocalHub.start(LocalHubSettings.in(data)));
		String message = failure.getMessage();
		assertTrue(message.contains("hub.positions") && message.contains("Put a whole copy back") && !message.contains("\n"), message);
		assertArrayEquals(before, Files.readAllBytes(store()), "nothing was written");
	}

	/** One of its two places is always the one that is not written to. */
	@Test
	void onePlaceOfItIsEnough() throws Exception {
		StoreLoad load = killedAfterMessages();
		byte[] bytes = Files.readAllBytes(beside());
		int older = turn(bytes, 0) < turn(bytes, 8192) ? 0 : 8192;
		bytes[older + 20] ^= 1;
		Files.write(beside(), bytes);
		load.isKept(data);
	}

	/** Behind the checksum and the length. */
	private static long turn(byte[] bytes, int place) {
		return ByteBuffer.wrap(bytes).getLong(place + 8);
	}

	@Test
	void whoDeletesTheMarkGoesOnWithWhatTheStoreKnows() throws Exception {
		killedAfterMessages();
		Files.delete(beside());
		Files.delete(data.resolve("hub.mark"));
		try (TestHub hub = TestHub.start(data)) {
			hub.call("GET", "/devices/" + StoreLoad.id(0), null).expect(200);
			assertEquals(0, hub.hub().receivedMessages(StoreLoad.id(0)).size());
		}
	}

	@Test
	void afterAnEndInOrderAllIsInTheStore() throws Exception {
		try (TestHub hub = TestHub.start(data)) {
			hub.create("d");
			hub.call("POST", "/devices/d/messages/events", "m").expect(204);
		}
		Files.delete(beside());
		try (TestHub hub = TestHub.start(data)) {
			assertEquals(1, hub.hub().receivedMessages("d").size());
		}
	}
}
