// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;

/** What a bulk request asks to be done with one device or module (contract §3.1). */
enum ImportMode {
	/** Make it; it must not be there. */
	CREATE("create"),
	/** Replace it, whatever its etag. */
	UPDATE("update"),
	/** Replace it if it has the etag given. */
	UPDATE_IF_MATCH("updateIfMatchETag"),
	/** Remove it, whatever its etag. */
	DELETE("delete"),
	/** Remove it if it has the etag given. */
	DELETE_IF_MATCH("deleteIfMatchETag"),
	/** Merge into its twin, whatever the twin's etag. */
	UPDATE_TWIN("updateTwin"),
	/** Merge into its twin if the twin has the etag given. */
	UPDATE_TWIN_IF_MATCH("updateTwinIfMatchETag");

	private final String wireName;

	ImportMode(String wireName) {
		this.wireName = wireName;
	}

	/** @throws HubError 400 when there is no mode of that name */
	static ImportMode of(@Nullable String name) {
		for (ImportMode mode : values()) {
			if (mode.wireName.equalsIgnoreCase(name)) {
				return mode;
			}
		}
		throw HubError.argumentInvalid("The importMode must be create, update, updateIfMatchETag, delete,"
				+ " deleteIfMatchETag, updateTwin or updateTwinIfMatchETag.");
	}

	/** Whether the etag given counts; without one the service lets even these modes pass. */
	boolean comparesEtag() {
		return this == UPDATE_IF_MATCH || this == DELETE_IF_MATCH || this == UPDATE_TWIN_IF_MATCH;
	}
}
