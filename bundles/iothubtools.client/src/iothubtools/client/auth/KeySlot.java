// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

/** Which of the two keys of a policy, a device or a module: one can be replaced while the other is in use. */
public enum KeySlot {
	/** The key that is used unless somebody asks for the other. */
	PRIMARY,
	/** The other one. */
	SECONDARY
}
