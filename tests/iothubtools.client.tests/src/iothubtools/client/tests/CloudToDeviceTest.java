// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import iothubtools.client.DeviceClient;
import iothubtools.client.HubCall;
import iothubtools.client.commands.FeedbackBatch;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.FeedbackStatus;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.tests.server.Response;

/** What goes over the wire about cloud-to-device messages, contract §§3.7 and 3.12. */
class CloudToDeviceTest {

	private static final String LOCK = "3b4e-0/1";

	private final HubFixture fixture = new HubFixture();

	@Test
	void receivesAMessageUnderALock() throws IOException, HubException {
		HubFixture.Answer<Optional<ReceivedCloudToDeviceMessage>> answer = fixture
				.call(hub -> hub.device("d#1", TestKeys.KEY).receive(), Response.of(200, "application/octet-stream", "hällo",
						"ETag", "\"" + LOCK + "\"", "iothub-messageid", "m-1", "iothub-sequencenumber", "3000000000", "iothub-to",
						"/devices/d/messages/deviceBound", "iothub-expiry", "", "iothub-correlationid", "c-1", "iothub-userid",
						"u", "iothub-ack", "full", "iothub-enqueuedtime", "2026-01-02T03:04:05.12Z", "iothub-deliverycount", "2",
						"IoTHub-App-Room", "4", "ContentType", "text/plain", "ContentEncoding", "utf-8"));

		assertEquals("GET /devices/d%231/messages/deviceBound", answer.line());
		assertTrue(answer.request().header("Authorization").contains("%2Fdevices%2Fd%25231&"));
		ReceivedCloudToDeviceMessage message = answer.result().get();
		assertEquals("hällo", message.payload().text());
		assertEquals(new ReceivedCloudToDeviceMessage(LOCK, "m-1", "c-1", "u", "/devices/d/messages/deviceBound", 3_000_000_000L, 2,
				Instant.parse("2026-01-02T03:04:05.120Z"), null, "text/plain", "utf-8", "full", Map.of("Room", "4"),
				message.payload()), message);
	}

	@Test
	void receivesNothingWhereNothingWaits() throws IOException, HubException {
		assertEquals(Optional.empty(),
				fixture.call(hub -> hub.device("d", TestKeys.KEY).receive(), Response.empty(204)).result());
		assertEquals(Optional.empty(),
				fixture.call(hub -> hub.cloudToDevice().receiveFeedback(), Response.empty(204)).result());
		assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.device("d", TestKeys.KEY).receive(), Response.html(200)));
	}

	@Test
	void endsALock() throws IOException, HubException {
		String path = "/devices/d/messages/deviceBound/3b4e-0%2F1";
		assertEquals("DELETE " + path, settle(device -> device.complete(LOCK)).line());
		assertEquals("DELETE " + path + "?reject", settle(device -> device.reject(LOCK)).line());
		HubFixture.Answer<Void> abandon = settle(device -> device.abandon(LOCK));
		assertEquals("POST " + path + "/abandon", abandon.line());
		assertEquals("0", abandon.request().header("Content-Length"));
	}

	@Test
	void saysThatTheLockIsLost() throws IOException, HubException {
		Response lost = Response.json(412, "", "iothub-errorcode", "DeviceMessageLockLost");
		assertEquals(HubErrorCode.DEVICE_MESSAGE_LOCK_LOST,
				fixture.refusal(hub -> hub.device("d", TestKeys.KEY).complete(LOCK), lost).code());
		// unless an earlier try, of which no one heard, was the one that ended it
		fixture.call(hub -> hub.device("d", TestKeys.KEY).complete(LOCK), Response.rawThenClose(""), lost);
	}

	@Test
	void purgesTheQueueOfADevice() throws IOException, HubException {
		HubFixture.Answer<Integer> answer = fixture.call(hub -> hub.cloudToDevice().purge("d 1"),
				Response.json(200, "{\"totalMessagesPurged\":2,\"deviceId\":\"d 1\",\"moduleId\":null}"));

		assertEquals("DELETE /devices/d%201/commands", answer.line());
		assertEquals(2, answer.result());
	}

	@Test
	void receivesFeedback() throws IOException, HubException {
		HubFixture.Answer<Optional<FeedbackBatch>> answer = fixture.call(hub -> hub.cloudToDevice().receiveFeedback(),
				Response.json(200, """
						[{"originalMessageId":"m-1","enqueuedTimeUtc":"2026-01-02T03:04:05.1234567Z","statusCode":"Success",
						"description":"Success","deviceId":"d1","deviceGenerationId":"638"},{"statusCode":"New"}]""", "ETag",
						"\"lock\""));

		assertEquals("GET /messages/serviceBound/feedback", answer.line());
		assertEquals(
				new FeedbackBatch("lock",
						List.of(new FeedbackRecord("m-1", "d1", "638", FeedbackStatus.SUCCESS, "Success",
								Instant.parse("2026-01-02T03:04:05.1234567Z")),
								new FeedbackRecord("", "", "", FeedbackStatus.UNKNOWN, "", null))),
				answer.result().get());
	}

	@Test
	void endsALockOnFeedback() throws IOException, HubException {
		assertEquals("DELETE /messages/serviceBound/feedback/l",
				fixture.call(hub -> hub.cloudToDevice().completeFeedback("l"), Response.empty(204)).line());
		HubFixture.Answer<Void> abandon = fixture.call(hub -> hub.cloudToDevice().abandonFeedback("l"),
				Response.empty(204));
		assertEquals("POST /messages/serviceBound/feedback/l/abandon", abandon.line());
		assertEquals("0", abandon.request().header("Content-Length"));
	}

	@Test
	void refusesAMessageWithoutALock() {
		assertThrows(ProtocolException.class, () -> fixture.call(hub -> hub.device("d", TestKeys.KEY).receive(),
				Response.of(200, "application/octet-stream", "x")));
		assertThrows(ProtocolException.class,
				() -> fixture.call(hub -> hub.cloudToDevice().receiveFeedback(), Response.json(200, "[]")));
	}

	private HubFixture.Answer<Void> settle(Function<DeviceClient, HubCall<Void>> call) throws IOException, HubException {
		return fixture.call(hub -> call.apply(hub.device("d", TestKeys.KEY)), Response.empty(204));
	}
}
