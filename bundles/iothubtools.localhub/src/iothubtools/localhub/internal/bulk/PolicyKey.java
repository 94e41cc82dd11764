// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.bulk;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;

/** Which of its two keys an identity gets anew (contract §3.1). */
enum PolicyKey {
	/** The first. */
	PRIMARY("primaryKey"),
	/** The second. */
	SECONDARY("secondaryKey"),
	/** Each of them. */
	BOTH("both");

	private final String wireName;

	PolicyKey(String wireName) {
		this.wireName = wireName;
	}

	/** @throws HubError 400 when there is none of that name */
	static PolicyKey of(@Nullable String name) {
		for (PolicyKey key : values()) {
			if (key.wireName.equalsIgnoreCase(name)) {
				return key;
			}
		}
		throw HubError.argumentInvalid("The policyKey must be primaryKey, secondaryKey or both.");
	}

	/** Its name in JSON. */
	String wireName() {
		return wireName;
	}

	/** Whether the first key changes. */
	boolean isPrimary() {
		return this != SECONDARY;
	}

	/** Whether the second key changes. */
	boolean isSecondary() {
		return this != PRIMARY;
	}
}
