// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.twins.Twin;

/** A module and its twin, as they were read one after the other. */
public record ModuleWithTwin(ModuleIdentity module, Twin twin) implements IdentityWithTwin {

	@Override
	public String maskedIdentity() {
		return module.prettyMaskedJson();
	}
}
