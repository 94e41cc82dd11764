// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.modules;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.localhub.internal.devices.CredentialRules;
import iothubtools.localhub.internal.devices.Credentials;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.json.JsonMembers;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.IdRule;

/**
 * What a request body asks a module to be, checked by itself; what it does not say has its default, what is the service's
 * own or unknown is ignored (contract §3.4).
 *
 * @param client       the module
 * @param managedBy    who manages it
 * @param credentials  how it is to prove itself
 */
public record ModuleWrite(ClientId client, @Nullable String managedBy, Credentials credentials) {

	private static final String RESERVED = "$";
	private static final int MAX_MANAGED_BY = 128;

	/**
	 * Reads the body of a PUT of this module.
	 *
	 * @throws HubError 400 for whatever breaks a rule
	 */
	static ModuleWrite parse(ClientId client, JsonObject body) {
		JsonMembers members = new JsonMembers(body);
		checkSame("deviceId", members.string("deviceId"), client.deviceId());
		checkSame("moduleId", members.string("moduleId"), String.valueOf(client.moduleId()));
		return of(client, members);
	}

	/**
	 * Reads what members ask of this module, its ids aside.
	 *
	 * @throws HubError 400 for whatever breaks a rule
	 */
	public static ModuleWrite of(ClientId client, JsonMembers members) {
		checkId(client);
		String managedBy = members.string("managedBy");
		if (managedBy != null && managedBy.length() > MAX_MANAGED_BY) {
			throw HubError.argumentInvalid("The managedBy must not be longer than " + MAX_MANAGED_BY + " characters.");
		}
		return new ModuleWrite(client, managedBy, CredentialRules.ofModule(members.object("authentication")));
	}

	/** @throws HubError 400 when it is no module id, or one of the hub's own modules */
	static void checkId(ClientId client) {
		String moduleId = String.valueOf(client.moduleId());
		IdRule.MODULE.check(moduleId);
		if (moduleId.startsWith(RESERVED)) {
			throw HubError.argumentInvalid("Module ids that begin with $ are reserved.");
		}
	}

	/** Clients may leave out of the body what the path says. */
	private static void checkSame(String member, @Nullable String named, String expected) {
		if (named != null && !named.equals(expected)) {
			throw HubError.argumentInvalid("The " + member + " of the body must be that of the path.");
		}
	}
}
