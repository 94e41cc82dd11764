// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

/** Fetches the stored key of the connection that is edited, when the person wants to see it. */
@FunctionalInterface
interface KeyLoader {

	/** The key in base64; empty when it cannot be had, which the person has been told then. */
	String load();
}
