// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import iothubtools.client.errors.InvalidInputException;

/** A connection string of a hub, a device or a module (contract §1.1). Its text form is masked. */
public sealed interface ConnectionString
		permits HubConnectionString, DeviceConnectionString, ModuleConnectionString {

	/**
	 * Reads a connection string. Names of parts are taken in any case; values literally, from the first {@code =} on.
	 * Blanks around the whole text are ignored.
	 *
	 * @throws InvalidInputException naming the part that is wrong; never repeats a key or a token
	 */
	static ConnectionString parse(String text) {
		return ConnectionStringParser.parse(text);
	}

	/** The hub's host, also where a gateway stands in between. */
	HubHost host();

	/** What proves the right to use the hub. */
	Credential credential();

	/** The connection string with the names in Azure's exact case. <b>Reveals the secret.</b> */
	String format();
}
