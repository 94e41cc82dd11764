// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocketFactory;

/** Expensive queries whose callers go away; the next, a cheap one, is not to wait for them. */
final class AbandonedQueries implements Fault {

	private static final int DEVICES = 10_000;
	private static final int ABANDONED = 30;
	private static final int TIMES = 5;
	private static final String PATH = "/devices/query" + OwnerCalls.VERSION;
	private static final String EXPENSIVE = "{\"query\":\"SELECT COUNT() AS n FROM devices WHERE "
			+ String.join(" OR ", Collections.nCopies(110, "properties.reported.interval = properties.desired.none")) + "\"}";
	private static final String CHEAP = "{\"query\":\"SELECT TOP 1 * FROM devices WHERE tags.site = 'Graz'\"}";

	@Override
	public List<Outcome> happen(String libraries, Path data) throws Exception {
		try (HubProcess hub = new HubProcess(libraries, data, DEVICES, 0)) {
			Setup setup = hub.setup(List.of());
			OwnerCalls calls = new OwnerCalls(setup);
			nanos(calls, EXPENSIVE);
			nanos(calls, CHEAP);
			long expensive = nanos(calls, EXPENSIVE);
			long alone = nanos(calls, CHEAP);
			int lost = 0;
			long longest = 0;
			for (int i = 0; i < TIMES; i++) {
				abandon(setup, calls);
				long next = nanos(calls, CHEAP);
				longest = Math.max(longest, next);
				lost += next < alone + expensive ? 0 : 1;
			}
			return List.of(new Outcome(ABANDONED + " queries abandoned: cheap ones after them", TIMES, lost,
					"the longest took " + millis(longest) + " ms, alone " + millis(alone) + ", one of the others " + millis(expensive)));
		}
	}

	private static long millis(long nanos) {
		return TimeUnit.NANOSECONDS.toMillis(nanos);
	}

	private static long nanos(OwnerCalls calls, String query) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		int status = calls.send("POST", PATH, query).statusCode();
		if (status != 200) {
			throw new IOException("a query was answered " + status);
		}
		return System.nanoTime() - begin;
	}

	/** Goes away when the hub has all of them, which a rule of no effect counts. */
	private static void abandon(Setup setup, OwnerCalls calls) throws IOException, InterruptedException, GeneralSecurityException {
		calls.send("PUT", "/localhub/faults", "{\"rules\":[{\"operation\":\"QueryTwins\",\"effect\":\"delay\",\"milliseconds\":0}]}");
		List<Socket> callers = new ArrayList<>();
		SSLSocketFactory tls = Trust.context(setup.authority()).getSocketFactory();
		for (int i = 0; i < ABANDONED; i++) {
			Socket caller = tls.createSocket(InetAddress.getLoopbackAddress(), setup.port());
			callers.add(caller);
			caller.getOutputStream().write((calls.head("POST", PATH) + "Content-Type: application/json\r\nContent-Length: " + EXPENSIVE.length()
					+ "\r\n\r\n" + EXPENSIVE).getBytes(StandardCharsets.US_ASCII));
		}
		while (!calls.send("GET", "/localhub/faults", "").body().contains("\"injected\":" + ABANDONED)) {
			Thread.sleep(5);
		}
		for (Socket caller : callers) {
			caller.close();
		}
	}
}
