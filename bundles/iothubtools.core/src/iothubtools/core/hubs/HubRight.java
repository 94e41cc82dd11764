// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.hubs;

/** What a shared access policy may do at a hub (contract §1.2), or the roles of one who signed in. */
public enum HubRight {

	/** Read device identities. */
	REGISTRY_READ("RegistryRead"),
	/** Create, change and delete device identities. */
	REGISTRY_WRITE("RegistryWrite"),
	/** Query, twins and direct methods. */
	SERVICE_CONNECT("ServiceConnect");

	private final String azureName;

	HubRight(String azureName) {
		this.azureName = azureName;
	}

	/** As Azure calls it, in every language the same. */
	public String azureName() {
		return azureName;
	}
}
