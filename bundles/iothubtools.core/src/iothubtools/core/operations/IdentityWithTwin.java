// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import iothubtools.client.twins.Twin;

/** A device or module and its twin, to be shown. */
public interface IdentityWithTwin {

	/** The identity as JSON with lines, its keys masked. */
	String maskedIdentity();

	/** The twin of it. */
	Twin twin();
}
