// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import iothubtools.client.auth.HubHost;
import iothubtools.client.errors.ConnectionException;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.ServiceError;
import iothubtools.client.errors.ServiceException;
import iothubtools.client.errors.SignInException;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.connections.TrustException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.status.DeviceRefusedException;
import iothubtools.core.status.FileReason;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;

/** The rows of the table that need no server; the others are in {@link FailureStatusTest}. */
class HubStatusTest {

	private final HubConnection plant = HubConnection.create("Plant", HubHost.parse("plant.azure-devices.net"), "service");

	@Test
	void aCancelIsNoError() {
		for (RuntimeException cancel : new RuntimeException[] { new CancellationException(),
				new OperationCanceledException() }) {
			assertEquals(IStatus.CANCEL, HubStatus.of(cancel, plant).getSeverity());
			assertEquals(HubStatusCode.CANCELLED, HubStatus.of(cancel, plant).hubCode());
		}
	}

	@Test
	void aFileThatCannotBeWrittenHasItsReasonAndNotThePartOfItThatNobodyNamed(@TempDir Path folder) {
		Path gone = folder.resolve("gone");
		IOException missing = assertThrows(IOException.class, () -> Files.createTempFile(gone, "rows.csv.", ".part"));
		assertEquals("The file cannot be read or written: " + gone + " is not there.", HubStatus.of(missing, plant).getMessage());
		// whoever runs the tests may write everywhere
		IOException refused = new AccessDeniedException(folder.resolve("rows.csv.17.part").toString());
		assertEquals("The file cannot be read or written: you may not write to the folder " + folder + ". Choose another one.",
				HubStatus.of(refused, plant).getMessage());
		assertEquals("you may not use " + folder + '.', FileReason.of(new AccessDeniedException(folder.toString())));
		assertEquals("No space left on device", FileReason.of(new IOException("No space left on device")));
	}

	@Test
	void everySecretStoreReasonHasItsOwnWords() {
		Set<String> messages = new HashSet<>();
		for (SecretStoreException.Reason reason : SecretStoreException.Reason.values()) {
			HubStatus status = HubStatus.of(new SecretStoreException(reason, new IOException("x")), plant);
			assertEquals(IStatus.ERROR, status.getSeverity());
			messages.add(status.getMessage());
		}
		assertEquals(SecretStoreException.Reason.values().length, messages.size());
		assertTrue(messages.stream().allMatch(m -> m.contains("Secure Storage")), messages.toString());
	}

	@Test
	void aMissingKeyNamesTheConnectionAndWhereToEnterIt() {
		HubStatus status = HubStatus.of(new MissingKeyException(plant), plant);
		assertEquals(HubStatusCode.MISSING_KEY, status.hubCode());
		assertTrue(status.getMessage().contains("\"Plant\"") && status.getMessage().contains("preferences"));
	}

	@Test
	void aFailureOfTheFarEndIsAWarningAsNothingIsLost() {
		List<Exception> farEnd = new ArrayList<>(farEnd());
		farEnd.add(new DeviceRefusedException("d1", true, service(401)));
		farEnd.add(new DeviceRefusedException("d1", false, service(401)));
		for (Exception failure : farEnd) {
			HubStatus status = HubStatus.of(failure, plant);
			assertEquals(IStatus.WARNING, status.getSeverity(), status.toString());
		}
	}

	@Test
	void aFailureThatLeavesItOpenWhatTheHubHasDoneIsAnError() {
		for (HubException failure : farEnd()) {
			HubStatus status = HubStatus.of(failure.asUnclear(), plant);
			assertEquals(IStatus.ERROR, status.getSeverity(), status.toString());
		}
	}

	/** Of each kind there is, but what is wrong on this side or is not understood. */
	private static List<HubException> farEnd() {
		List<HubException> failures = new ArrayList<>();
		for (ConnectionException.Kind kind : ConnectionException.Kind.values()) {
			failures.add(new ConnectionException(kind, "x", null));
		}
		for (ProtocolException.Kind kind : EnumSet.complementOf(EnumSet.of(ProtocolException.Kind.UNEXPECTED))) {
			failures.add(new ProtocolException(kind, 200, "x", null));
		}
		for (SignInException.Kind kind : EnumSet.complementOf(EnumSet.of(SignInException.Kind.TOOL_NOT_FOUND))) {
			failures.add(new SignInException(kind, "x", null));
		}
		IntStream.of(400, 401, 403, 404, 409, 412, 413, 429, 500, 501, 503).forEach(http -> failures.add(service(http)));
		return failures;
	}

	private static ServiceException service(int http) {
		return new ServiceException(new ServiceError(http, HubErrorCode.UNKNOWN, "", 0, "x", "id-3", null, null));
	}

	@Test
	void whatIsWrongOnThisSideOrNobodyUnderstandsIsAnError() {
		for (Exception failure : List.of(new MissingKeyException(plant), new TrustException("my-ca.pem", new IOException()),
				new InvalidInputException("SharedAccessKey", "it is not base64"),
				new SignInException(SignInException.Kind.TOOL_NOT_FOUND, "x", null), new IllegalStateException("boom"),
				new ProtocolException(ProtocolException.Kind.UNEXPECTED, 200, "x", null), service(418))) {
			HubStatus status = HubStatus.of(failure, plant);
			assertEquals(IStatus.ERROR, status.getSeverity(), status.toString());
		}
	}

	private HubStatus ofService(int status, String message, @Nullable Duration clockSkew) {
		return HubStatus.of(new ServiceException(
				new ServiceError(status, HubErrorCode.UNKNOWN, "", 0, message, "id-1", null, clockSkew)), plant);
	}

	@ParameterizedTest
	@CsvSource({ "400, REFUSED_REQUEST", "401, UNAUTHORIZED", "403, FORBIDDEN", "404, NOT_FOUND", "405, REFUSED_REQUEST",
			"409, ALREADY_EXISTS", "412, CHANGED_MEANWHILE", "413, TOO_LARGE", "415, REFUSED_REQUEST", "429, THROTTLED",
			"500, SERVICE_TROUBLE", "501, NOT_SUPPORTED", "502, SERVICE_TROUBLE", "503, SERVICE_TROUBLE",
			"504, SERVICE_TROUBLE", "418, UNEXPECTED_REPLY" })
	void everyErrorOfTheServiceHasWordsEvenWithoutItsOwn(int http, HubStatusCode code) {
		HubStatus status = ofService(http, "", null);
		assertEquals(code, status.hubCode());
		assertEquals("id-1", status.trackingId());
		String words = status.getMessage().replace("Tracking ID: id-1", "").strip();
		assertTrue(words.length() >= "HTTP 409".length(), words);
		assertFalse(words.contains("{"), words);
	}

	@ParameterizedTest
	@CsvSource({ "8, UNAUTHORIZED", "-600, UNAUTHORIZED", "10, CLOCK_OFF", "180, CLOCK_OFF" })
	void aClockIsBlamedOnlyWhenItCanBeTheReason(int minutesBehind, HubStatusCode code) {
		HubStatus status = ofService(401, "Unauthorized", Duration.ofMinutes(minutesBehind));
		assertEquals(code, status.hubCode());
		assertEquals(code == HubStatusCode.CLOCK_OFF, status.getMessage().contains(minutesBehind + " minutes"));
	}

	@Test
	void everyFailureOfAConnectionHasItsOwnWords() {
		Set<String> messages = new HashSet<>();
		for (ConnectionException.Kind kind : ConnectionException.Kind.values()) {
			messages.add(HubStatus.of(new ConnectionException(kind, "x", null), plant).getMessage());
		}
		for (ProtocolException.Kind kind : ProtocolException.Kind.values()) {
			messages.add(HubStatus.of(new ProtocolException(kind, 200, "x", null), plant).getMessage());
		}
		assertEquals(ConnectionException.Kind.values().length + ProtocolException.Kind.values().length, messages.size());
	}

	@Test
	void whereNoConnectionIsMadeInTimeAllIsNamedThatMayBeInTheWay() {
		HubStatus status = HubStatus.of(new ConnectionException(ConnectionException.Kind.CONNECT_TIMEOUT, "x", null), plant);
		assertEquals(HubStatusCode.CONNECT_TIMEOUT, status.hubCode());
		for (String words : List.of("plant.azure-devices.net", "host name", "firewall", "VPN", "proxy")) {
			assertTrue(status.getMessage().contains(words), status.getMessage());
		}
	}

	@Test
	void aRefusedDeviceKeepsTheTrackingId() {
		ServiceException refused = new ServiceException(
				new ServiceError(401, HubErrorCode.UNKNOWN, "", 0, "Unauthorized", "id-2", null, null));
		HubStatus status = HubStatus.of(new DeviceRefusedException("d1", false, refused), plant);
		assertEquals(HubStatusCode.DEVICE_UNAUTHORIZED, status.hubCode());
		assertEquals("id-2", status.trackingId());
		assertTrue(status.getMessage().contains("d1") && status.getMessage().endsWith("Tracking ID: id-2"),
				status.getMessage());
	}

	@Test
	void anUnreadableCaFileIsNamed() {
		HubStatus status = HubStatus.of(new TrustException("my-ca.pem", new IOException()), plant);
		assertTrue(status.getMessage().contains("my-ca.pem"));
	}

	@Test
	void refusedInputKeepsItsReason() {
		InvalidInputException refused = new InvalidInputException("SharedAccessKey", "it is not base64");
		HubStatus status = HubStatus.of(refused, plant);
		assertEquals(HubStatusCode.INVALID_INPUT, status.hubCode());
		assertTrue(status.getMessage().contains("base64"));
	}

	@Test
	void anythingElseIsInternalAndKeepsItsCause() {
		IllegalStateException bug = new IllegalStateException("boom");
		HubStatus status = HubStatus.of(bug, plant);
		assertEquals(HubStatusCode.INTERNAL, status.hubCode());
		assertEquals(bug, status.getException());
	}

	@Test
	void codesHaveDistinctNumbers() {
		assertEquals(HubStatusCode.values().length,
				Arrays.stream(HubStatusCode.values()).map(Enum::ordinal).distinct().count());
		assertNotNull(HubStatus.of(new CancellationException(), plant).getMessage());
		assertFalse(HubStatus.of(new CancellationException(), plant).getMessage().contains("NLS missing"));
	}
}
