// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

import iothubtools.localhub.internal.errors.HubError;

/** Answers the requests at {@code $cbs}, where tokens are shown (contract §8.2). */
record CbsTokens(Grants grants) {

	private static final String OPERATION = "operation";

	/** Takes a token, or says why not. */
	Message answer(Message request) {
		ApplicationProperties properties = request.getApplicationProperties();
		Map<String, Object> values = properties == null || properties.getValue() == null ? Map.of() : properties.getValue();
		if (!"put-token".equals(values.get(OPERATION))) {
			return RequestLink.response(400, "The operation must be put-token.");
		}
		try {
			grants.put(String.valueOf(values.get("name")), new String(AmqpMessages.body(request.getBody()), StandardCharsets.UTF_8));
			return RequestLink.response(200, "OK");
		} catch (HubError e) {
			return RequestLink.response(e.code().status(), String.valueOf(e.getMessage()));
		}
	}
}
