// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.DeviceIds;

/** A connection string of a hub, a device or a module (contract §1.1). Its text form is masked. */
public sealed interface ConnectionString
		permits HubConnectionString, DeviceConnectionString, ModuleConnectionString {

	/**
	 * Reads a connection string. Names of parts are taken in any case; values literally, from the first {@code =} on.
	 * Blanks around the whole text are ignored. A text with a policy's name is that of a hub, also when it names a device:
	 * see {@link #warning}.
	 *
	 * @throws InvalidInputException naming the part that is wrong; never repeats a key or a token
	 */
	static ConnectionString parse(String text) {
		return ConnectionStringParser.parse(text);
	}

	/**
	 * What is doubtful about a connection string that {@link #parse} takes, in plain English: parts of it that are left
	 * out, or an id that is a bad choice ({@link DeviceIds#warning}). Null if nothing is; never repeats a key or a token.
	 *
	 * @throws InvalidInputException as {@link #parse}
	 */
	static @Nullable String warning(String text) {
		return ConnectionStringParser.warning(text);
	}

	/** The hub's host, also where a gateway stands in between. */
	HubHost host();

	/** What proves the right to use the hub. */
	Credential credential();

	/** The resource of a token for all that this opens (contract §2), e.g. {@code myhub.azure-devices.net/devices/dev-1}. */
	String resource();

	/** The name of the policy that the key belongs to; null where it is a device's or a module's own. */
	@Nullable
	String policy();

	/**
	 * A SAS token for all that this opens.
	 *
	 * @param expiry fractions of a second are dropped
	 * @return null where there is no key to sign with
	 */
	default @Nullable SasToken token(Instant expiry) {
		return credential() instanceof SharedAccessKey key ? SasToken.create(resource(), key, policy(), expiry) : null;
	}

	/** The connection string with the names in Azure's exact case. <b>Reveals the secret.</b> */
	String format();
}
