// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

import iothubtools.client.auth.HubHost;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.core.connections.HubConnection;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.connections.TrustException;
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
