// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.PolicyRights;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.TestConnectionOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.tests.support.time.Promptly;

/** What a person is told when a connection does not work: each cause in its own words, from the real failure. */
class FailureStatusTest {

	@TempDir
	Path folder;
	@RegisterExtension
	final HubFixture fixture = new HubFixture();

	private HubStatus failureOf(HubConnection connection, SharedAccessKey key) {
		CoreException failure = assertThrows(CoreException.class, () -> fixture.cores.core.operations()
				.run(new TestConnectionOperation(connection), key, new NullProgressMonitor()));
		assertFalse(failure.getStatus().toString().contains(key.reveal()));
		return (HubStatus) failure.getStatus();
	}

	private HubConnection at(String host) {
		return new HubConnection("t", "Plant", HubHost.parse(host), "iothubowner", fixture.connection.caCertificate());
	}

	private SharedAccessKey rightKey() throws Exception {
		return fixture.cores.core.connections().key(fixture.connection);
	}

	@Test
	void wrongKey() {
		HubStatus status = failureOf(fixture.connection, SharedAccessKey.generate());
		assertEquals(HubStatusCode.UNAUTHORIZED, status.hubCode());
		assertTrue(status.getMessage().contains("\"iothubowner\""), status.getMessage());
	}

	@Test
	void sharedKeysSwitchedOff() throws Exception {
		try (HubFixture closed = HubFixture.start(folder.resolve("closed"), settings -> settings.withSharedKeys(false))) {
			CoreException failure = assertThrows(CoreException.class, () -> closed.cores.core.operations()
					.run(new TestConnectionOperation(closed.connection), new NullProgressMonitor()));
			assertEquals(HubStatusCode.SHARED_KEYS_OFF, HubStatus.code(failure.getStatus()));
			assertTrue(failure.getStatus().getMessage().startsWith("Shared keys are switched off at 127.0.0.1"),
					failure.getStatus().getMessage());
		}
	}

	@Test
	void unknownHost() throws Exception {
		HubStatus status = failureOf(at("no-such-hub.invalid"), rightKey());
		assertEquals(HubStatusCode.NAME_NOT_FOUND, status.hubCode());
		assertTrue(status.getMessage().contains("no-such-hub.invalid"));
	}

	@Test
	void nothingListens() throws Exception {
		int free;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		assertEquals(HubStatusCode.REFUSED, failureOf(at("127.0.0.1:" + free), rightKey()).hubCode());
	}

	@Test
	void certificateNotTrusted() throws Exception {
		HubStatus status = failureOf(fixture.connection.withCaCertificate(""), rightKey());
		assertEquals(HubStatusCode.TLS_NOT_TRUSTED, status.hubCode());
	}

	@Test
	void caFileMissing() throws Exception {
		HubStatus status = failureOf(fixture.connection.withCaCertificate(folder.resolve("none.pem").toString()),
				rightKey());
		assertEquals(HubStatusCode.CA_CERTIFICATE, status.hubCode());
	}

	@Test
	void clockBehindTheHub() throws Exception {
		Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
		try (HubFixture late = HubFixture.start(folder.resolve("late"), settings -> settings.withClock(ahead))) {
			CoreException failure = assertThrows(CoreException.class, () -> late.cores.core.operations()
					.run(new TestConnectionOperation(late.connection), new NullProgressMonitor()));
			assertEquals(HubStatusCode.CLOCK_OFF, HubStatus.code(failure.getStatus()));
			assertTrue(failure.getStatus().getMessage().contains("180 minutes")
					|| failure.getStatus().getMessage().contains("179 minutes"), failure.getStatus().getMessage());
		}
	}

	@Test
	void aPolicyWithFewerRightsIsNamedByWhatItMayDo() throws Exception {
		HubConnection reader = fixture.connect("registryRead");
		PolicyRights rights = fixture.cores.core.operations().run(new TestConnectionOperation(reader),
				new NullProgressMonitor());
		assertTrue(rights.registryRead());
		assertFalse(rights.serviceConnect());
	}

	@Test
	void cancellingAServerThatNeverAnswersTakesLessThanASecond() throws Exception {
		Promptly.within(Duration.ofSeconds(1), "Cancelling", () -> {
			try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				silent.setSoTimeout(10_000);
				return cancel(silent);
			}
		});
	}

	private Duration cancel(ServerSocket silent) throws Exception {
		SharedAccessKey key = rightKey();
		HubConnection connection = at("127.0.0.1:" + silent.getLocalPort());
		NullProgressMonitor monitor = new NullProgressMonitor();
		AtomicReference<IStatus> outcome = new AtomicReference<>();
		Thread work = new Thread(() -> {
			try {
				fixture.cores.core.operations().run(new TestConnectionOperation(connection), key, monitor);
			} catch (CoreException e) {
				outcome.set(e.getStatus());
			}
		});
		work.start();
		try (Socket mute = silent.accept()) {
			Duration took = Promptly.time(() -> {
				monitor.setCanceled(true);
				work.join(TimeUnit.SECONDS.toMillis(10));
			});
			assertTrue(mute.isBound());
			assertEquals(IStatus.CANCEL, outcome.get().getSeverity());
			return took;
		}
	}
}
