// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes of several kinds at once, each noted when the hub has confirmed it. */
final class ConfirmedWrites {

	private static final int THREADS = 8;

	private final Queue<Write> confirmed = new ConcurrentLinkedQueue<>();
	private final String payload;

	/** Where to look, and for what. */
	private record Write(String path, String mark) {
	}

	/** @param payload bytes of a message */
	ConfirmedWrites(int payload) {
		this.payload = "x".repeat(payload);
	}

	/** Begins to write, until something fails in each of the threads that it gives. */
	List<Thread> begin(OwnerCalls hub, String prefix) {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			String name = prefix + i + '-';
			Thread thread = new Thread(() -> write(hub, name), name);
			thread.setDaemon(true);
			thread.start();
			threads.add(thread);
		}
		return threads;
	}

	private void write(OwnerCalls hub, String prefix) {
		try {
			boolean goesOn = true;
			for (int i = 0; goesOn; i++) {
				goesOn = writeOne(hub, prefix + i, i);
			}
		} catch (IOException e) {
			// the hub is gone, or does not answer
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** A device, a tag of its twin and a message from it; whether all three were confirmed. */
	boolean writeOne(OwnerCalls hub, String id, int number) throws IOException, InterruptedException {
		return confirms(hub.send("PUT", "/devices/" + id + OwnerCalls.VERSION, "{\"deviceId\":\"" + id + "\"}"),
				"/devices/" + id + OwnerCalls.VERSION, "\"deviceId\":\"" + id + '"')
				&& confirms(hub.send("PATCH", "/twins/" + id + OwnerCalls.VERSION, "{\"tags\":{\"n\":" + number + "}}"),
						"/twins/" + id + OwnerCalls.VERSION, "\"tags\":{\"n\":" + number + '}')
				&& confirms(hub.send("POST", "/devices/" + id + "/messages/events" + OwnerCalls.VERSION, id + payload),
						"/localhub/messages?deviceId=" + id, "\"text\":\"" + id + payload + '"');
	}

	private boolean confirms(HttpResponse<String> answer, String path, String mark) {
		boolean good = answer.statusCode() / 100 == 2;
		if (good) {
			confirmed.add(new Write(path, mark));
		}
		return good;
	}

	/** How many were confirmed. */
	int count() {
		return confirmed.size();
	}

	/** How many of them the hub does not have. */
	int missing(OwnerCalls hub) throws IOException, InterruptedException {
		int missing = 0;
		for (Write write : confirmed) {
			HttpResponse<String> answer = hub.send("GET", write.path(), "");
			missing += answer.statusCode() == 200 && answer.body().contains(write.mark()) ? 0 : 1;
		}
		return missing;
	}
}
