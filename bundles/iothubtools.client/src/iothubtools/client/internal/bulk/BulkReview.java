// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.bulk;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.google.gson.JsonPrimitive;

import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkMode;
import iothubtools.client.devices.BulkOutcome.Done;
import iothubtools.client.devices.BulkOutcome.Refused;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.errors.HubException;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubPaths;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.registry.WrittenDevice;
import iothubtools.client.internal.registry.WrittenModule;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;

/**
 * Looks again at refusals after a try that ended unclear: a device that is there already as it should be, or is gone as
 * it should be, only shows that the earlier try won (contract §9.14).
 */
final class BulkReview {

	private static final Set<HubErrorCode> THERE = Set.of(HubErrorCode.DEVICE_ALREADY_EXISTS,
			HubErrorCode.MODULE_ALREADY_EXISTS_ON_DEVICE);
	private static final Set<HubErrorCode> GONE = Set.of(HubErrorCode.DEVICE_NOT_FOUND, HubErrorCode.MODULE_NOT_FOUND);

	private final HubAccess hub;
	private final List<BulkOutcome> outcomes;

	BulkReview(HubAccess hub, List<BulkOutcome> outcomes) {
		this.hub = hub;
		this.outcomes = outcomes;
	}

	CompletableFuture<List<BulkOutcome>> start() {
		return from(0);
	}

	/** At most as deep as a call has elements. */
	private CompletableFuture<List<BulkOutcome>> from(int index) {
		for (int i = index; i < outcomes.size(); i++) {
			if (outcomes.get(i) instanceof Refused refused) {
				int next = i + 1;
				if (isGone(refused)) {
					outcomes.set(i, new Done(refused.item()));
				} else if (refused.item().mode() == BulkMode.CREATE && THERE.contains(refused.code())) {
					return Steps.then(review(refused), outcome -> {
						outcomes.set(next - 1, outcome);
						return from(next);
					});
				}
			}
		}
		return CompletableFuture.completedFuture(outcomes);
	}

	private static boolean isGone(Refused refused) {
		BulkMode mode = refused.item().mode();
		return (mode == BulkMode.DELETE || mode == BulkMode.DELETE_IF_MATCH_ETAG) && GONE.contains(refused.code());
	}

	private CompletableFuture<BulkOutcome> review(Refused refused) {
		BulkItem item = refused.item();
		CompletableFuture<BulkOutcome> reviewed = hub.send(hub.request("GET", HubPaths.identity(item.id())),
				reply -> isWritten(reply, item) ? new Done(item) : refused);
		return Steps.orElse(reviewed, failure -> CompletableFuture.completedFuture(refused));
	}

	private static boolean isWritten(HubReply reply, BulkItem item) throws HubException {
		String wanted = identity(item);
		return item.id().moduleId() == null
				? WrittenDevice.isLike(ReplyJson.device(reply), DeviceIdentity.parse(wanted))
				: WrittenModule.isLike(ReplyJson.module(reply), ModuleIdentity.parse(wanted));
	}

	/** An element names its device otherwise than an identity does. */
	private static String identity(BulkItem item) {
		String json = item.json();
		return "{\"deviceId\":" + JsonText.compact(new JsonPrimitive(item.id().deviceId())) + "," + json.substring(1);
	}
}
