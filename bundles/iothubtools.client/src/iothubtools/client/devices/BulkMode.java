// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

/** What an element of a bulk call does (contract §3.1). */
public enum BulkMode {
	CREATE("create"),
	UPDATE("update"),
	UPDATE_IF_MATCH_ETAG("updateIfMatchETag"),
	DELETE("delete"),
	DELETE_IF_MATCH_ETAG("deleteIfMatchETag"),
	UPDATE_TWIN("updateTwin"),
	UPDATE_TWIN_IF_MATCH_ETAG("updateTwinIfMatchETag");

	private final String wireName;

	BulkMode(String wireName) {
		this.wireName = wireName;
	}

	/** The value of {@code importMode} in JSON. */
	public String wireName() {
		return wireName;
	}
}
