// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.modules.ModuleIdentity;

/** How a module identity is written. */
final class ModuleType extends RecordType<ModuleIdentity> {

	/** Bytes of memory a typical one takes: the record, its credentials, two keys, two ids. */
	private static final int MEMORY = 600;

	@Override
	int memory(ModuleIdentity module) {
		return MEMORY;
	}

	@Override
	public ModuleIdentity[] createStorage(int size) {
		return new ModuleIdentity[size];
	}

	@Override
	void writeFields(WriteBuffer out, ModuleIdentity module) {
		Fields.write(out, module.deviceId());
		Fields.write(out, module.moduleId());
		Fields.write(out, module.created());
		out.putVarLong(module.version());
		Fields.write(out, module.managedBy());
		Fields.write(out, module.credentials());
	}

	@Override
	ModuleIdentity readFields(ByteBuffer in) {
		return new ModuleIdentity(Fields.read(in), Fields.read(in), Fields.readTime(in), DataUtils.readVarLong(in),
				Fields.readNullable(in), Fields.readCredentials(in));
	}
}
