// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.messages;

import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.replies.ReplyJson;

/** The lock token of a reply, which is its etag. */
final class LockTokens {

	private LockTokens() {
	}

	/** The token without quotes. */
	static String read(HubReply reply) throws ProtocolException {
		String etag = reply.header("ETag");
		String token = etag == null ? "" : etag.replace("\"", "");
		if (token.isEmpty()) {
			throw ReplyJson.unexpected(reply, "a message with a lock token", null);
		}
		return token;
	}
}
