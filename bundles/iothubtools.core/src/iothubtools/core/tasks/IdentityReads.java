// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tasks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.DeviceIdentities;
import iothubtools.client.HubCall;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.errors.HubException;

/** Reads the identities of some devices with their keys, all at the same time, as the service has no call for several (contract §3.1). */
final class IdentityReads {

	/** What came of one: the identity, or why there is none. */
	record Read(String id, @Nullable DeviceIdentity device, @Nullable HubException failure) {
	}

	private IdentityReads() {
	}

	/** A call that gives what came of each, in the order given; it fails for no hub's failure. */
	static HubCall<List<Read>> of(DeviceIdentities devices, List<String> ids) {
		return HubCall.of(() -> start(devices, ids));
	}

	private static CompletableFuture<List<Read>> start(DeviceIdentities devices, List<String> ids) {
		List<CompletableFuture<DeviceIdentity>> calls = ids.stream().map(id -> devices.get(id).start()).toList();
		List<CompletableFuture<Read>> reads = IntStream.range(0, ids.size()).mapToObj(i -> read(ids.get(i), calls.get(i))).toList();
		CompletableFuture<List<Read>> all = CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
				.thenApply(nothing -> reads.stream().map(CompletableFuture::join).toList());
		// a cancel does not go backwards by itself
		all.whenComplete((some, failure) -> calls.forEach(call -> call.cancel(true)));
		return all;
	}

	private static CompletableFuture<Read> read(String id, CompletableFuture<DeviceIdentity> call) {
		return call.handle((device, failure) -> {
			Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : failure;
			if (cause == null) {
				return new Read(id, device, null);
			} else if (cause instanceof HubException hub) {
				return new Read(id, null, hub);
			}
			throw new CompletionException(cause);
		});
	}
}
