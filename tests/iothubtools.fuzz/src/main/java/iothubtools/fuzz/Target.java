// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What is fuzzed. */
public enum Target {
	/** {@link ConnectionStringFuzz}. */
	CONNECTION_STRING(ConnectionStringFuzz.class, ConnectionStringFuzz::fuzzerTestOneInput),
	/** {@link DeviceIdentityFuzz}. */
	DEVICE_IDENTITY(DeviceIdentityFuzz.class, DeviceIdentityFuzz::fuzzerTestOneInput),
	/** {@link SasHeaderFuzz}. */
	SAS_HEADER(SasHeaderFuzz.class, SasHeaderFuzz::fuzzerTestOneInput),
	/** {@link JsonBodyFuzz}. */
	JSON_BODY(JsonBodyFuzz.class, JsonBodyFuzz::fuzzerTestOneInput),
	/** {@link QueryFuzz}. */
	QUERY(QueryFuzz.class, QueryFuzz::fuzzerTestOneInput),
	/** {@link HttpFuzz}. */
	HTTP(HttpFuzz.class, HttpFuzz::fuzzerTestOneInput),
	/** {@link MqttFuzz}. */
	MQTT(MqttFuzz.class, MqttFuzz::fuzzerTestOneInput),
	/** {@link AmqpFuzz}. */
	AMQP(AmqpFuzz.class, AmqpFuzz::fuzzerTestOneInput),
	/** {@link AmqpClientFuzz}. */
	AMQP_CLIENT(AmqpClientFuzz.class, AmqpClientFuzz::fuzzerTestOneInput),
	/** {@link AmqpDeviceFuzz}. */
	AMQP_DEVICE(AmqpDeviceFuzz.class, AmqpDeviceFuzz::fuzzerTestOneInput);

	private final Class<?> type;
	private final Consumer<byte[]> input;

	Target(Class<?> type, Consumer<byte[]> input) {
		this.type = type;
		this.input = input;
	}

	/** The class Jazzer calls. */
	String className() {
		return type.getName();
	}

	/** Runs one input; throws for a defect. */
	void run(byte[] bytes) {
		input.accept(bytes);
	}

	/** Where its inputs lie that are kept for good. */
	Path corpus(Path directory) {
		return directory.resolve(type.getSimpleName());
	}
}
