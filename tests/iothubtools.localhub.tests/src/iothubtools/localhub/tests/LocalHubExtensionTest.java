// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.tests.support.time.Eventually;

/** What the tests rely on: hubs live as long as they should, and who waits in vain is told for what. */
class LocalHubExtensionTest {

	@RegisterExtension
	static final TestHub OF_CLASS = TestHub.withoutDevices();
	private static final List<Path> EARLIER = new ArrayList<>();

	@RegisterExtension
	final TestHub ofTest = TestHub.withoutDevices();

	/** Each time in another object, as two tests are. */
	@RepeatedTest(2)
	void aHubOfTheClassKeepsWhatItHasAndOneOfATestIsNew() {
		int earlier = EARLIER.size();
		Path data = ofTest.settings().dataDirectory();
		assertTrue(Files.exists(data));
		assertTrue(EARLIER.stream().noneMatch(Files::exists), "what an earlier hub kept is gone");
		OF_CLASS.call("GET", "/devices/d", null).expect(earlier == 0 ? 404 : 200);
		ofTest.call("GET", "/devices/d", null).expect(404);
		if (earlier == 0) {
			OF_CLASS.create("d");
		}
		ofTest.create("d");
		EARLIER.add(data);
	}

	@Test
	void aHubThatIsStartedAgainIsTheSame() throws Exception {
		ofTest.create("kept");
		int port = ofTest.hub().port();
		ofTest.stop();
		assertThrows(AssertionError.class, () -> ofTest.call("GET", "/devices/kept", null), "nothing answers");
		ofTest.restart();
		assertEquals(port, ofTest.hub().port());
		ofTest.call("GET", "/devices/kept", null).expect(200);
		ofTest.restart(settings -> settings.withSharedKeys(false));
		ofTest.call("GET", "/devices/kept", null).expect(401);
	}

	@Test
	void whatWasWaitedForInVainIsNamed() {
		AssertionError failure = assertThrows(AssertionError.class,
				() -> Eventually.holds("pigs fly", Duration.ofMillis(50), () -> false));
		assertTrue(failure.getMessage().contains("pigs fly"), failure.getMessage());
	}
}
