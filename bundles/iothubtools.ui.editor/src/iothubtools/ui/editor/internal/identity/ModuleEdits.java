// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.InvalidInputException;

/**
 * What can be edited of the identity of a module, as texts of a form.
 *
 * @param managedBy who looks after it; empty for no one
 */
record ModuleEdits(String managedBy, KeyEdits keys) implements Edits<@NonNull ModuleEdits> {

	/** As the hub has them. */
	static ModuleEdits of(ModuleIdentity module) {
		@Nullable String manager = module.managedBy();
		return new ModuleEdits(manager == null ? "" : manager, KeyEdits.of(module.authentication()));
	}

	@Override
	public ModuleEdits withKeys(KeyEdits other) {
		return new ModuleEdits(managedBy, other);
	}

	@Override
	public boolean destroys(ModuleEdits was) {
		return !keys.equals(was.keys);
	}

	@Override
	public ModuleEdits over(ModuleEdits was, ModuleEdits theirs) {
		return new ModuleEdits(KeyEdits.pick(managedBy, was.managedBy, theirs.managedBy), keys.over(was.keys, theirs.keys));
	}

	/**
	 * The identity that was read, with these.
	 *
	 * @throws InvalidInputException for a key or thumbprint that is none
	 */
	ModuleIdentity applyTo(ModuleIdentity seen) {
		ModuleEdits was = of(seen);
		ModuleIdentity wanted = managedBy.equals(was.managedBy) ? seen : seen.withManagedBy(managedBy.isBlank() ? null : managedBy.strip());
		return keys.equals(was.keys) ? wanted : wanted.withAuthentication(keys.authentication(seen.authentication()));
	}
}
