// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.commands.CloudToDeviceMessage;
import iothubtools.amqp.commands.FeedbackMode;
import iothubtools.client.commands.FeedbackRecord;
import iothubtools.client.commands.Payload;
import iothubtools.client.commands.ReceivedCloudToDeviceMessage;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.Feedback;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubJob;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.PurgeQueuesOperation;
import iothubtools.core.operations.ReceiveMessageOperation;
import iothubtools.core.operations.SendCloudToDeviceOperation;
import iothubtools.core.operations.SettleMessageOperation;
import iothubtools.core.operations.SettleMessageOperation.End;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.SentMessage;
import iothubtools.core.tasks.SentMessage.State;
import iothubtools.core.tasks.SentMessages;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.time.Eventually;
import iothubtools.tests.support.time.SettableClock;

/** Messages to devices and what becomes of them, at a real local hub that is spoken to over AMQP. */
@Timeout(120)
class SendCloudToDeviceTest {

	private static final int DEVICES = 130;
	/** The hub hands feedback out after this time, or when there is much. */
	private static final Duration BATCH = Duration.ofSeconds(16);

	private final SettableClock clock = new SettableClock();
	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(DEVICES).withAmqpPort(0).withClock(clock));

	private static String id(int number) {
		return String.format("sensor-%04d", number);
	}

	private static CloudToDeviceMessage message(String device) {
		return message(device, null);
	}

	private static CloudToDeviceMessage message(String device, @Nullable Instant expiry) {
		return new CloudToDeviceMessage(ClientId.device(device), new Payload("on".getBytes()), "m-" + device, null, null, expiry, FeedbackMode.FULL,
				"text/plain", "utf-8", Map.of("room", "4"));
	}

	private IotHubCore core() {
		return fixture.cores.core;
	}

	private <T> T run(HubOperation<T> operation) throws CoreException {
		return core().operations().run(operation, new NullProgressMonitor());
	}

	private TaskOutcome send(HubConnection connection, String... ids) throws CoreException {
		return run(new SendCloudToDeviceOperation(connection, List.of(ids).stream().map(SendCloudToDeviceTest::message).toList()));
	}

	private int waiting(String id) throws CoreException {
		return run(new GetDeviceOperation(fixture.connection, id)).cloudToDeviceMessageCount();
	}

	private HubStatusCode code(TaskOutcome outcome, String id) {
		return status(outcome, id).hubCode();
	}

	private HubStatus status(TaskOutcome outcome, String id) {
		HubException failure = outcome.failures().get(id);
		assertNotNull(failure, () -> "nothing failed: " + outcome);
		return HubStatus.of(failure, fixture.connection);
	}

	private void settle(String id, End end) throws CoreException {
		Optional<ReceivedCloudToDeviceMessage> received = run(new ReceiveMessageOperation(fixture.connection, id));
		run(new SettleMessageOperation(fixture.connection, id, received.orElseThrow().lockToken(), end));
	}

	/** Time goes on while it is waited for: the hub looks again after a while of its own time. */
	private void heard(String what, Eventually.Condition<RuntimeException> condition) {
		clock.advance(BATCH);
		Eventually.holds(what, () -> {
			clock.advance(Duration.ofMillis(100));
			return condition.holds();
		});
	}

	@Test
	void messagesReachManyDevicesAndTheirRowsTellHowManyWait() throws Exception {
		List<Integer> counts = new CopyOnWriteArrayList<>();
		core().events().addListener(event -> {
			if (event instanceof HubEvent.DevicesChanged changed) {
				changed.devices().forEach(device -> counts.add(device.cloudToDeviceMessageCount()));
			}
		});
		List<String> ids = IntStream.rangeClosed(1, DEVICES).mapToObj(SendCloudToDeviceTest::id).toList();
		TaskOutcome outcome = send(fixture.connection, ids.toArray(String[]::new));
		assertEquals(ids, outcome.ids(Result.DONE));
		assertEquals(1, waiting(id(1)));
		assertEquals(1, waiting(id(DEVICES)));
		Eventually.holds("the view is told of a hundred", () -> counts.size() == 100);
		assertEquals(List.of(1), counts.stream().distinct().toList());
		ReceivedCloudToDeviceMessage received = run(new ReceiveMessageOperation(fixture.connection, id(8))).orElseThrow();
		assertEquals("on", received.payload().text());
		assertEquals(Map.of("room", "4"), received.properties());
	}

	@Test
	void feedbackIsLinkedToItsMessageWhateverBecomesOfIt() throws Exception {
		SentMessages sent = new SentMessages();
		List<CloudToDeviceMessage> messages = new ArrayList<>(IntStream.rangeClosed(1, 5).mapToObj(number -> message(id(number))).toList());
		messages.add(message(id(6), clock.instant().plusSeconds(30)));
		List<SentMessage> rows = sent.add(messages);
		Ear ear = new Ear(sent);
		try (Feedback.Listening listening = core().feedback().listen(fixture.connection, ear)) {
			sent.answered(rows, run(new SendCloudToDeviceOperation(fixture.connection, messages)));
			assertTrue(rows.stream().allMatch(row -> row.state() == State.QUEUED && row.isAwaited()), rows::toString);
			settle(id(1), End.COMPLETE);
			settle(id(2), End.REJECT);
			run(new PurgeQueuesOperation(fixture.connection, List.of(id(3))));
			for (int i = 0; i < 10; i++) {
				settle(id(4), End.ABANDON);
			}
			clock.advance(Duration.ofSeconds(31));
			assertEquals(Optional.empty(), run(new ReceiveMessageOperation(fixture.connection, id(6))));
			heard("all but one are told of", () -> rows.stream().filter(SentMessage::isAwaited).count() == 1);
		}
		assertEquals(List.of(State.DELIVERED, State.REJECTED, State.PURGED, State.DELIVERY_COUNT_EXCEEDED, State.QUEUED, State.EXPIRED),
				rows.stream().map(SentMessage::state).toList());
		assertEquals(List.of(), ear.failures);
	}

	@Test
	void aDeviceThatTakesNoMoreDoesNotStopTheOthers() throws Exception {
		for (int i = 0; i < 50; i++) {
			assertEquals(List.of(id(1)), send(fixture.connection, id(1)).ids(Result.DONE));
		}
		TaskOutcome outcome = send(fixture.connection, id(1), "gone", id(2));
		assertEquals(HubStatusCode.QUEUE_FULL, code(outcome, id(1)));
		assertEquals(HubStatusCode.NOT_FOUND, code(outcome, "gone"));
		assertEquals(List.of(id(2)), outcome.ids(Result.DONE));
		assertTrue(status(outcome, id(1)).getMessage().contains("50"), () -> status(outcome, id(1)).getMessage());
	}

	@Test
	void aPolicyWithoutTheRightIsToldWhichOneItLacks() throws Exception {
		HubConnection other = fixture.connect("registryReadWrite");
		TaskOutcome outcome = send(other, id(1));
		assertEquals(HubStatusCode.RIGHT_MISSING,
				HubStatus.of(assertNotNullFailure(outcome), other, core().rights().missing(other, SendCloudToDeviceOperation.NEEDS)).hubCode());
		assertEquals(0, waiting(id(1)));
		assertEquals(List.of(id(1)), send(fixture.connect("service"), id(1)).ids(Result.DONE));
	}

	private static HubException assertNotNullFailure(TaskOutcome outcome) {
		return assertInstanceOf(HubException.class, outcome.failures().get(id(1)));
	}

	@Test
	void whereThePortIsClosedItGoesOverWebSocket() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			fixture.cores.preferences.node("connections/" + fixture.connection.id()).putInt("amqpPort", socket.getLocalPort());
		}
		assertEquals(List.of(id(1)), send(fixture.connection, id(1)).ids(Result.DONE));
		assertEquals(1, waiting(id(1)));
	}

	/** As when a laptop is taken to a network that lets nothing through but HTTPS. */
	@Test
	void whereThePortIsClosedMeanwhileItGoesOverWebSocketWhenItIsTriedAgain() throws Exception {
		assertEquals(List.of(id(1)), send(fixture.connection, id(1)).ids(Result.DONE));
		fixture.restart(settings -> settings.withAmqpPort(LocalHubSettings.NO_AMQP));
		Eventually.holds("it is sent", () -> send(fixture.connection, id(2)).ids(Result.DONE).equals(List.of(id(2))));
		assertEquals(1, waiting(id(2)));
	}

	@Test
	void aHubThatIsNotReachedIsToldAndWhatIsLeftIsNotTried() throws Exception {
		assertEquals(0, waiting(id(1)));
		fixture.stop();
		TaskOutcome outcome = send(fixture.connection, IntStream.rangeClosed(1, DEVICES).mapToObj(SendCloudToDeviceTest::id).toArray(String[]::new));
		assertEquals(HubStatusCode.AMQP_UNREACHED, code(outcome, id(1)));
		assertTrue(status(outcome, id(1)).getMessage().contains("5671"), () -> status(outcome, id(1)).getMessage());
		assertTrue(outcome.ids(Result.NOT_TRIED).contains(id(DEVICES)), outcome::toString);
	}

	@Test
	void aHubThatIsNotTrustedIsTold() throws Exception {
		HubConnection untrusting = fixture.connection.withCaCertificate("");
		core().connections().save(untrusting);
		assertEquals(HubStatusCode.TLS_NOT_TRUSTED, code(send(untrusting, id(1)), id(1)));
	}

	@Test
	void aMessageThatIsTooLargeIsRefused() throws Exception {
		CloudToDeviceMessage large = CloudToDeviceMessage.of(ClientId.device(id(1)), new Payload(new byte[70 * 1024]));
		assertEquals(HubStatusCode.MESSAGE_TOO_LARGE, code(run(new SendCloudToDeviceOperation(fixture.connection, List.of(large))), id(1)));
	}

	@Test
	void aCancelEndsTheWaitAndTellsWhatIsNotKnown() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			fixture.cores.preferences.node("connections/" + fixture.connection.id()).putInt("amqpPort", silent.getLocalPort());
			List<CloudToDeviceMessage> messages = IntStream.rangeClosed(1, DEVICES).mapToObj(number -> message(id(number))).toList();
			HubJob<TaskOutcome> job = core().operations().job(new SendCloudToDeviceOperation(fixture.connection, messages)).quiet();
			job.schedule();
			// first it is looked whether anything answers
			silent.accept().close();
			silent.accept();
			job.cancel();
			job.join();
			TaskOutcome outcome = assertInstanceOf(TaskOutcome.class, job.result());
			assertEquals(DEVICES, outcome.items().size());
			assertEquals(List.of(), outcome.ids(Result.DONE));
		}
	}

	@Test
	void whoeverListensHearsOnWhenTheHubIsRestarted() throws Exception {
		SentMessages sent = new SentMessages();
		List<CloudToDeviceMessage> messages = List.of(message(id(1)));
		List<SentMessage> rows = sent.add(messages);
		try (Feedback.Listening listening = core().feedback().listen(fixture.connection, new Ear(sent))) {
			sent.answered(rows, run(new SendCloudToDeviceOperation(fixture.connection, messages)));
			fixture.restart();
			// as when the local hub of the IDE starts
			core().connections().save(fixture.connection.withProduction(true));
			settle(id(1), End.COMPLETE);
			heard("it is told of", () -> rows.get(0).state() == State.DELIVERED);
		}
	}

	@Test
	void feedbackOfOthersIsNoneOfOurs() throws Exception {
		SentMessages sent = new SentMessages();
		sent.add(List.of(message(id(1))));
		assertNull(sent.heard(new FeedbackRecord("m-" + id(2), id(2), "", iothubtools.client.commands.FeedbackStatus.SUCCESS, "", null)));
		assertNull(sent.heard(new FeedbackRecord("m-" + id(1), id(2), "", iothubtools.client.commands.FeedbackStatus.SUCCESS, "", null)));
	}

	@Test
	void whoMayNotListenIsToldSo() throws Exception {
		Ear ear = new Ear(new SentMessages());
		try (Feedback.Listening listening = core().feedback().listen(fixture.connect("registryRead"), ear)) {
			Eventually.holds("a refusal", () -> ear.failures.size() == 1);
		}
	}

	private static boolean isDoneSoon(Future<?> work) {
		try {
			work.get(2, TimeUnit.SECONDS);
			return true;
		} catch (InterruptedException | ExecutionException | TimeoutException e) {
			return false;
		}
	}

	/** Whoever schedules a job waits for the listeners of all jobs, and those may want to listen or to stop listening. */
	@Test
	void nobodyElseWaitsWhileItsJobIsScheduled() throws Exception {
		List<Boolean> inTime = new CopyOnWriteArrayList<>();
		IJobChangeListener other = new JobChangeAdapter() {
			@Override
			public void scheduled(IJobChangeEvent event) {
				if (inTime.isEmpty() && event.getJob() instanceof HubJob<?> job && job.operation().connection().equals(fixture.connection)) {
					CompletableFuture<Void> listened = CompletableFuture
							.runAsync(() -> core().feedback().listen(fixture.connection, new Ear(new SentMessages())).close());
					inTime.add(isDoneSoon(listened));
				}
			}
		};
		Job.getJobManager().addJobChangeListener(other);
		try (Feedback.Listening listening = core().feedback().listen(fixture.connection, new Ear(new SentMessages()))) {
			Eventually.holds("the job to be scheduled", () -> !inTime.isEmpty());
			assertEquals(List.of(true), inTime);
		} finally {
			Job.getJobManager().removeJobChangeListener(other);
		}
	}

	private static final class Ear implements Feedback.Listener {

		private final SentMessages sent;
		private final List<IStatus> failures = new CopyOnWriteArrayList<>();

		Ear(SentMessages sent) {
			this.sent = sent;
		}

		@Override
		public void heard(FeedbackRecord feedback) {
			sent.heard(feedback);
		}

		@Override
		public void failed(IStatus why) {
			failures.add(why);
		}
	}
}
