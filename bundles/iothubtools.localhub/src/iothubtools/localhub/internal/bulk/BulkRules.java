// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.ClientId;

/** What all bulk requests keep to: 100 devices and modules at most, each of them once (contract §3.1). */
final class BulkRules {

	private static final int MOST = 100;

	private BulkRules() {
	}

	/**
	 * Reads the elements of a request.
	 *
	 * @param element what reads one
	 * @param client  whose it is
	 * @throws HubError 413 when there are too many, 400 when two are of the same device or module, or one is no object
	 */
	static <T> List<T> items(JsonArray array, Function<JsonMembers, T> element, Function<T, ClientId> client) {
		if (array.size() > MOST) {
			throw new HubError(ErrorCode.TOO_MANY_DEVICES,
					"The request has " + array.size() + " devices, more than " + MOST + ".");
		}
		List<T> items = new ArrayList<>(array.size());
		Set<ClientId> named = new HashSet<>();
		for (JsonElement json : array) {
			if (!json.isJsonObject()) {
				throw HubError.argumentInvalid("The devices must be an array of objects.");
			}
			T item = element.apply(new JsonMembers(json.getAsJsonObject()));
			if (!named.add(client.apply(item))) {
				throw new HubError(ErrorCode.DEVICE_DEFINED_MULTIPLE_TIMES,
						"The request names '" + client.apply(item) + "' more than once.");
			}
			items.add(item);
		}
		return items;
	}

	/** @throws HubError 400 when it names no device */
	static ClientId client(JsonMembers members) {
		@Nullable
		String id = members.string("id");
		if (id == null) {
			throw HubError.argumentInvalid("The member id is missing.");
		}
		return new ClientId(id, members.string("moduleId"));
	}
}
