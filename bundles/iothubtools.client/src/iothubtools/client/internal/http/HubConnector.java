// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import iothubtools.client.errors.HubException;

public final class HubConnector implements HubCaller, AutoCloseable {

	public HubConnector(TransportSettings settings) {
	}

	@Override
	public CompletableFuture<HubReply> call(HubRequest request, Consumer<HubException> onRepeat) {
		return CompletableFuture.failedFuture(new UnsupportedOperationException("The transport comes with the next change"));
	}

	@Override
	public void close() {
	}
}
