// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.amqp.AmqpHub;
import iothubtools.amqp.telemetry.StartPosition;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.telemetry.TelemetrySubscription;
import iothubtools.client.auth.EntraSignIn;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ServiceException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.tests.support.hub.LocalHubExtension;
import iothubtools.tests.support.hub.StandInHub;

/** Why nothing is read is told apart, so that each has its own words and remedy (contract §§5, 7). */
class TelemetryFailureTest {

	private static final StartPosition LATEST = new StartPosition.Latest();
	private static final StartPosition EARLIEST = new StartPosition.Earliest();

	@RegisterExtension
	static final LocalHubExtension HUB = new LocalHubExtension(settings -> settings.withMqttPort(LocalHubSettings.NO_MQTT).withAmqpPort(0));

	@Test
	void whoMayNotReadIsToldSo() throws Exception {
		SharedAccessKey other = SharedAccessKey.parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
		TelemetryFailure wrongKey = failure(Services.of(HUB, new SharedAccessPolicy("service", other)), of(LATEST));
		assertEquals(Reason.UNAUTHORIZED, wrongKey.reason());
		assertEquals("127.0.0.1", wrongKey.host());
		assertTrue(String.valueOf(wrongKey.exception().getMessage()).startsWith("amqp:unauthorized-access: "), wrongKey::toString);
		TelemetryFailure noRight = failure(Services.of(HUB, "registryRead"), of(LATEST));
		assertEquals(Reason.UNAUTHORIZED, noRight.reason());
		assertNotNull(assertInstanceOf(ServiceException.class, noRight.exception()).trackingId());
		TelemetryFailure signIn = failure(AmqpHub.builder(connection().host(), new EntraSignIn(scope -> new CompletableFuture<>())), of(LATEST));
		assertEquals(Reason.NEEDS_KEY, signIn.reason());
		EventHubConnectionString endpoint = EventHubConnectionString.parse(HUB.hub().eventHubConnectionString("registryRead"));
		assertEquals(Reason.UNAUTHORIZED,
				failure(Services.of(HUB, "service"), new TelemetryRequest("$Default", LATEST, endpoint, Set.of())).reason());
	}

	@Test
	void aClockThatIsOffIsNoWrongKey() throws Exception {
		Clock late = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
		TelemetryFailure failure = failure(Services.of(HUB, "service").clock(late), of(LATEST));
		assertEquals(Reason.CLOCK_OFF, failure.reason());
		Duration skew = assertInstanceOf(ServiceException.class, failure.exception()).clockSkew();
		assertNotNull(skew);
		assertTrue(skew.compareTo(Duration.ofHours(2)) > 0, skew::toString);
	}

	@Test
	void aGroupThatThereIsNotAndAPlaceThatThereIsNot() throws Exception {
		assertEquals(Reason.NOT_FOUND, failure(Services.of(HUB, "service"), TelemetryRequest.of("nobody", LATEST)).reason());
		assertThrows(InvalidInputException.class, () -> TelemetryRequest.of("a/b", LATEST));
		Map<String, String> far = Map.of("0", "999999", "1", "999999", "2", "999999", "3", "999999");
		assertEquals(Reason.POSITION_NOT_FOUND, failure(Services.of(HUB, "service"), of(new StartPosition.AfterOffsets(far, LATEST))).reason());
	}

	@Test
	void theSixthReaderIsOneTooMany() throws Exception {
		List<TelemetrySubscription> five = new ArrayList<>();
		try (AmqpHub service = Services.of(HUB, "service").build()) {
			for (int i = 0; i < 5; i++) {
				Heard heard = new Heard();
				five.add(service.telemetry(of(LATEST), heard));
				heard.reading();
			}
			Heard sixth = new Heard();
			service.telemetry(of(LATEST), sixth);
			assertEquals(Reason.TOO_MANY_READERS, sixth.failed().reason());
			five.get(0).close();
			Heard next = new Heard();
			// it may take a moment until the hub knows that there is room
			while (!reads(service, next)) {
				next = new Heard();
			}
		}
	}

	private static boolean reads(AmqpHub service, Heard heard) throws Exception {
		try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
			return heard.readsAtAll();
		}
	}

	@Test
	void whyTheHubIsNotReachedIsTold() throws Exception {
		int closed;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = socket.getLocalPort();
		}
		TelemetryFailure nothing = failure(Services.of(HUB, "service").port(closed), of(LATEST));
		assertEquals(Reason.HUB_NOT_REACHED, nothing.reason());
		assertEquals(ConnectionException.Kind.REFUSED, assertInstanceOf(ConnectionException.class, nothing.exception()).kind());
		TelemetryFailure untrusted = failure(Services.of(HUB, "service").trust(List.of()), of(LATEST));
		assertEquals(Reason.HUB_NOT_REACHED, untrusted.reason());
		assertEquals(ConnectionException.Kind.TLS_NOT_TRUSTED, assertInstanceOf(ConnectionException.class, untrusted.exception()).kind());
	}

	@Test
	void anotherCloudIsNotFollowedUnlessAllowed() throws Exception {
		try (StandInHub hub = standIn(address -> address.startsWith("messages/") ? StandInHub.redirect("evil.example.com", 5671) : null)) {
			TelemetryFailure refused = failure(at(hub), of(LATEST));
			assertEquals(Reason.REDIRECT_REFUSED, refused.reason());
			assertEquals("evil.example.com", refused.host());
		}
		// a name that nobody may have: what was allowed is tried
		try (StandInHub hub = standIn(address -> address.startsWith("messages/") ? StandInHub.redirect("no.such.invalid", 5671) : null)) {
			TelemetryFailure gone = failure(at(hub), new TelemetryRequest("$Default", LATEST, null, Set.of("no.such.invalid")));
			assertEquals(Reason.ENDPOINT_NOT_REACHED, gone.reason());
			assertEquals("no.such.invalid", gone.host());
			assertEquals(ConnectionException.Kind.NAME_NOT_FOUND, assertInstanceOf(ConnectionException.class, gone.exception()).kind());
		}
		try (StandInHub hub = standIn(address -> address.startsWith("messages/") ? StandInHub.error("amqp:link:redirect", "Somewhere") : null)) {
			assertEquals(Reason.OTHER, failure(at(hub), of(LATEST)).reason());
		}
	}

	/** What was said last is not lost because the connection ended with it. */
	@Test
	void aHubThatSaysWhyAndClosesAtOnceIsHeard() throws Exception {
		try (StandInHub endpoint = standIn(address -> null);
				StandInHub hub = leadingTo(endpoint).hangingUp();
				StandInHub without = standIn(address -> address.contains("Partitions") ? StandInHub.error("amqp:not-found", "No such group.") : null)
						.hangingUp();
				StandInHub leading = leadingTo(without)) {
			for (int i = 0; i < 5; i++) {
				Heard heard = new Heard();
				try (AmqpHub service = at(hub).build(); TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
					heard.reading();
					assertEquals(0, heard.waits(), "it is led there by the first answer");
				}
				assertEquals(Reason.NOT_FOUND, failure(at(leading), of(LATEST)).reason());
			}
		}
	}

	@Test
	void aPartitionThatAnotherHasAloneIsNotReadAndTheOthersAre() throws Exception {
		try (StandInHub endpoint = standIn(
				address -> address.endsWith("Partitions/0") ? StandInHub.error("amqp:link:stolen", "Another has an epoch.") : null);
				StandInHub hub = leadingTo(endpoint);
				AmqpHub service = at(hub).build()) {
			Heard heard = new Heard();
			try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
				assertEquals("0 TAKEN_OVER", heard.partitionEnded());
				heard.reading();
				assertFalse(heard.hasFailed());
			}
		}
		try (StandInHub endpoint = standIn(
				address -> address.contains("Partitions") ? StandInHub.error("amqp:link:stolen", "Another has an epoch.") : null);
				StandInHub hub = leadingTo(endpoint)) {
			assertEquals(Reason.TAKEN_OVER, failure(at(hub), of(EARLIEST)).reason());
		}
	}

	@Test
	void aServiceThatIsBusyIsAskedAgain() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		try (StandInHub endpoint = standIn(address -> address.contains("Partitions") && asked.incrementAndGet() <= 3
				? StandInHub.error("com.microsoft:server-busy", "Please wait.")
				: null); StandInHub hub = leadingTo(endpoint); AmqpHub service = at(hub).build()) {
			Heard heard = new Heard();
			try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
				assertEquals(Reason.THROTTLED, heard.waiting().reason());
				heard.reading();
			}
		}
	}

	@Test
	void aHubThatMovesIsFoundAgain() throws Exception {
		Set<String> asked = new HashSet<>();
		try (StandInHub endpoint = standIn(address -> address.contains("Partitions/0") && asked.add(address)
				? StandInHub.error("amqp:link:detach-forced", "The link is moved.")
				: null); StandInHub hub = leadingTo(endpoint); AmqpHub service = at(hub).build()) {
			Heard heard = new Heard();
			try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
				assertEquals(Reason.OTHER, heard.waiting().reason());
				heard.reading();
				hub.drop();
				endpoint.drop();
				assertEquals(Reason.ENDPOINT_NOT_REACHED, heard.waiting().reason());
				heard.reading();
			}
		}
	}

	/** A line that is cut is no word of the other end: only that nothing comes tells of it. */
	@Test
	void whatFallsSilentIsTakenForLostAndWhatHasNothingToSayIsNot() throws Exception {
		Duration silence = Duration.ofSeconds(2);
		// this one says nothing once it has answered
		try (StandInHub endpoint = standIn(address -> null); StandInHub hub = leadingTo(endpoint); AmqpHub service = at(hub).silence(silence).build()) {
			Heard heard = new Heard();
			try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
				heard.reading();
				assertEquals(Reason.ENDPOINT_NOT_REACHED, heard.waiting().reason());
				heard.reading();
			}
		}
		try (AmqpHub service = Services.of(HUB, "service").silence(silence).build()) {
			Heard heard = new Heard();
			try (TelemetrySubscription reading = service.telemetry(of(LATEST), heard)) {
				heard.reading();
				assertTrue(heard.readsOnFor(silence.multipliedBy(3)), "a hub without messages is not silent");
			}
		}
	}

	@Test
	void aFailureEndsTheSubscription() throws Exception {
		try (AmqpHub service = Services.of(HUB, "registryRead").build()) {
			Heard heard = new Heard();
			TelemetrySubscription reading = service.telemetry(of(LATEST), heard);
			heard.failed();
			reading.ended().get(60, TimeUnit.SECONDS);
			assertEquals(LATEST, reading.resumption());
			StartPosition begin = new StartPosition.After(Instant.EPOCH);
			assertEquals(begin, service.telemetry(of(begin), new Heard()).resumption());
		}
	}

	private static StandInHub standIn(Function<String, @Nullable ErrorCondition> refusals) throws Exception {
		return new StandInHub(HUB.hub(), refusals);
	}

	private static StandInHub leadingTo(StandInHub endpoint) throws Exception {
		return standIn(address -> address.startsWith("messages/") ? StandInHub.redirect("127.0.0.1", endpoint.port()) : null);
	}

	private static AmqpHub.Builder at(StandInHub hub) throws Exception {
		return Services.of(HUB, "service").port(hub.port());
	}

	private static TelemetryFailure failure(AmqpHub.Builder of, TelemetryRequest request) throws Exception {
		Heard heard = new Heard();
		try (AmqpHub service = of.build(); TelemetrySubscription reading = service.telemetry(request, heard)) {
			return heard.failed();
		}
	}

	private static HubConnectionString connection() {
		return HubConnectionString.parse(HUB.hub().connectionString("service"));
	}

	private static TelemetryRequest of(StartPosition start) {
		return TelemetryRequest.of(TelemetryRequest.DEFAULT_GROUP, start);
	}
}
