// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** Bytes on the HTTP port, whatever they are: the hub answers or hangs up, and goes on serving. */
public final class HttpFuzz {

	private static final HubUnderTest HUB = HubUnderTest.start();

	private HttpFuzz() {
	}

	/** Called by Jazzer and for each file of the corpus. */
	public static void fuzzerTestOneInput(byte[] input) {
		try (RawConnection http = HUB.connect()) {
			http.write(input);
			http.drain();
		} catch (SocketTimeoutException e) {
			throw new IllegalStateException("The hub neither answers nor hangs up", e);
		} catch (IOException e) {
			// it hung up in the middle, as it may
			HUB.checkAlive();
			return;
		}
		HUB.checkAlive();
	}
}
