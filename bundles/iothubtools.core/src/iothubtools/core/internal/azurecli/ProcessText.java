// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal.azurecli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a process writes, read while it runs so that it never waits for its reader. Of more than is useful, the beginning. */
final class ProcessText implements AutoCloseable {

	private static final int LIMIT = 1 << 20;
	/** What is written is there when the process has ended, unless something that it started holds on to it. */
	private static final long REST_SECONDS = 5;

	private final InputStream stream;
	private final CompletableFuture<String> text = new CompletableFuture<>();

	private ProcessText(InputStream stream) {
		this.stream = stream;
	}

	static ProcessText of(InputStream stream) {
		ProcessText reading = new ProcessText(stream);
		Thread reader = new Thread(reading::read, "Azure CLI: output");
		reader.setDaemon(true);
		reader.start();
		return reading;
	}

	private void read() {
		try {
			byte[] beginning = stream.readNBytes(LIMIT);
			stream.transferTo(OutputStream.nullOutputStream());
			text.complete(new String(beginning, StandardCharsets.UTF_8));
		} catch (IOException e) {
			text.complete("");
		}
	}

	/** What it was; empty when it could not be read. */
	String get() throws InterruptedException {
		try {
			return text.get(REST_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException | TimeoutException e) {
			return "";
		}
	}

	@Override
	public void close() {
		try {
			stream.close();
		} catch (IOException e) {
			// there is nothing to lose
		}
	}
}
