// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

import java.util.Map;
import java.util.function.Predicate;

import iothubtools.amqp.telemetry.TelemetryMessage;

/** What is found in the body, a property or the id of the device. */
record TextCondition(Predicate<String> test) implements MessageFilter {

	@Override
	public boolean passes(TelemetryMessage message) {
		if (test.test(MessageText.deviceId(message))) {
			return true;
		}
		for (Map.Entry<String, Object> property : message.properties().entrySet()) {
			if (test.test(property.getKey()) || test.test(property.getValue().toString())) {
				return true;
			}
		}
		String text = MessageBody.text(message);
		return text != null && test.test(text);
	}
}
