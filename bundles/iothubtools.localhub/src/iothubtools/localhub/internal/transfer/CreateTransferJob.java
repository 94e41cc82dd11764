// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.transfer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.CompletionStage;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubReply;
import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.operation.Call;
import iothubtools.localhub.internal.operation.Operation;

/**
 * POST /jobs/create (contract §3.8): a job that is none is an ArgumentInvalid; one that is meets a hub that reaches no
 * storage, so its container fails the check that the service begins with.
 */
record CreateTransferJob() implements Operation.Later {

	@Override
	public CompletionStage<HubReply> answer(Call call) {
		JsonMembers job = new JsonMembers(Json.readObject(call.request().body()));
		String type = job.string("type");
		if ("import".equals(type)) {
			checkContainer("inputBlobContainerUri", job.string("inputBlobContainerUri"));
		} else if (!"export".equals(type)) {
			throw HubError.argumentInvalid("The type must be import or export.");
		}
		checkContainer("outputBlobContainerUri", job.string("outputBlobContainerUri"));
		throw new HubError(ErrorCode.BLOB_CONTAINER_VALIDATION_ERROR,
				"The container cannot be reached: the local hub has no storage.");
	}

	private static void checkContainer(String name, @Nullable String uri) {
		if (uri == null) {
			throw HubError.argumentInvalid("The member " + name + " is missing.");
		}
		if (!isWebAddress(uri)) {
			throw new HubError(ErrorCode.BLOB_CONTAINER_VALIDATION_ERROR, "The " + name + " is no address of a container.");
		}
	}

	private static boolean isWebAddress(String uri) {
		try {
			String scheme = new URI(uri).getScheme();
			return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
		} catch (URISyntaxException e) {
			return false;
		}
	}
}
