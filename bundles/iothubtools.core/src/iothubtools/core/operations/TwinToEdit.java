// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import iothubtools.client.twins.Twin;

/**
 * A twin as somebody sees it who may change it.
 *
 * @param generation of the device or module that it is of (contract §4); empty where the policy may not read it
 */
public record TwinToEdit(Twin twin, String generation) {

	/** What the same device or module has later. */
	public TwinToEdit now(Twin changed) {
		return new TwinToEdit(changed, generation);
	}
}
