// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;

import iothubtools.localhub.internal.configurations.Configuration;
import iothubtools.localhub.internal.json.JsonText;

/** How a configuration is written. */
final class ConfigurationType extends RecordType<Configuration> {

	private static final int MEMORY = 1000;

	@Override
	int memory(Configuration configuration) {
		return MEMORY + 2 * configuration.content().text().length();
	}

	@Override
	public Configuration[] createStorage(int size) {
		return new Configuration[size];
	}

	@Override
	void writeFields(WriteBuffer out, Configuration configuration) {
		Fields.write(out, configuration.id());
		Fields.write(out, configuration.labels());
		Fields.write(out, configuration.content().text());
		Fields.write(out, configuration.targetCondition());
		out.putVarInt(configuration.priority());
		Fields.write(out, configuration.metrics());
		Fields.write(out, configuration.created());
		Fields.write(out, configuration.updated());
		out.putVarLong(configuration.version());
	}

	@Override
	Configuration readFields(ByteBuffer in) {
		return new Configuration(Fields.read(in), Fields.readMap(in), new JsonText(Fields.read(in)), Fields.read(in),
				DataUtils.readVarInt(in), Fields.readMap(in), Fields.readTime(in), Fields.readTime(in),
				DataUtils.readVarLong(in));
	}
}
