// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.hubs;

import java.util.regex.Pattern;

import iothubtools.client.errors.InvalidInputException;

/** How a person gets into a hub. Nothing of it is secret. */
public sealed interface ConnectionKind {

	/** What a person calls it: the policy, or Microsoft Entra ID. */
	String label();

	/**
	 * With the key of a shared access policy, which is in Secure Storage.
	 *
	 * @param name the policy's name (contract §1.2)
	 */
	record Policy(String name) implements ConnectionKind {

		@Override
		public String label() {
			return name;
		}
	}

	/**
	 * No hub, but its endpoint that is compatible with Event Hubs, with the key of a policy: what devices send can be read there, and nothing else
	 * done.
	 *
	 * @param policyName the policy's name
	 * @param entity     the event hub
	 */
	record EventHub(String policyName, String entity) implements ConnectionKind {

		@Override
		public String label() {
			return policyName;
		}
	}

	/**
	 * Signed in at Microsoft Entra ID. There is no key, and tokens are in memory only.
	 *
	 * @param tenant whose account is to be used, by name or id; empty for the one that is signed in
	 */
	record Entra(String tenant) implements ConnectionKind {

		/** What it is called; a name, in every language the same. */
		public static final String NAME = "Microsoft Entra ID";

		private static final Pattern POSSIBLE = Pattern.compile("|[A-Za-z0-9][A-Za-z0-9.-]*");

		/** @throws InvalidInputException for the field {@code Tenant} if it is neither a domain nor an id */
		public Entra {
			if (!POSSIBLE.matcher(tenant).matches()) {
				throw new InvalidInputException("Tenant", "must be a domain such as contoso.onmicrosoft.com, or an id");
			}
		}

		/** The name, and the tenant if there is one. */
		@Override
		public String label() {
			return tenant.isEmpty() ? NAME : NAME + " (" + tenant + ')';
		}
	}
}
