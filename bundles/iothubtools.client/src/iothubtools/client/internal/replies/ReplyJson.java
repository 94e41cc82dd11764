// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.replies;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.internal.json.JsonText;

/** Reads replies that must be JSON, and says what they are when they are not. */
public final class ReplyJson {

	private ReplyJson() {
	}

	/** The identity a reply holds. */
	public static DeviceIdentity device(HubReply reply) throws ProtocolException {
		object(reply);
		try {
			return DeviceIdentity.parse(reply.text());
		} catch (InvalidInputException e) {
			throw unexpected(reply, "a device identity", e);
		}
	}

	/** The identity of a module a reply holds. */
	public static ModuleIdentity module(HubReply reply) throws ProtocolException {
		object(reply);
		try {
			return ModuleIdentity.parse(reply.text());
		} catch (InvalidInputException e) {
			throw unexpected(reply, "a module identity", e);
		}
	}

	/** The object a reply holds. */
	public static JsonObject object(HubReply reply) throws ProtocolException {
		try {
			JsonElement json = JsonText.parse(reply.text());
			if (json instanceof JsonObject object) {
				return object;
			}
		} catch (IOException e) {
			throw notJson(reply);
		}
		throw unexpected(reply, "a JSON object", null);
	}

	/** The reply must have no body: a sign-in page with status 200 is no success. */
	public static HubReply empty(HubReply reply) throws ProtocolException {
		if (reply.body().length > 0) {
			throw new ProtocolException(ProtocolException.Kind.NOT_JSON, reply.status(), describe(reply), null);
		}
		return reply;
	}

	/** The reply must have no body, and nothing of it matters. */
	public static @Nullable Void nothing(HubReply reply) throws ProtocolException {
		empty(reply);
		return null;
	}

	/** The reply says no more than that it is done, with or without JSON: versions of the service differ. */
	public static @Nullable Void done(HubReply reply) throws ProtocolException {
		if (reply.body().length > 0 && !JsonText.isJson(reply.text())) {
			throw notJson(reply);
		}
		return null;
	}

	/** The reply is JSON of another shape than the contract says. */
	public static ProtocolException unexpected(HubReply reply, String expected, @Nullable Throwable cause) {
		return new ProtocolException(ProtocolException.Kind.UNEXPECTED, reply.status(),
				"The reply is not " + expected, cause);
	}

	/** The reply is not JSON, or breaks off. What the parser said is left out: it repeats parts of the text. */
	public static ProtocolException notJson(HubReply reply) {
		return isTruncated(reply.text().strip())
				? new ProtocolException(ProtocolException.Kind.TRUNCATED, reply.status(),
						"The reply breaks off in the middle of its JSON", null)
				: new ProtocolException(ProtocolException.Kind.NOT_JSON, reply.status(), describe(reply), null);
	}

	private static boolean isTruncated(String text) {
		return text.startsWith("{") && !text.endsWith("}") || text.startsWith("[") && !text.endsWith("]");
	}

	private static String describe(HubReply reply) {
		if (reply.body().length == 0) {
			return "The reply is empty instead of JSON";
		}
		return ReplyCheck.isHtml(reply)
				? "The reply is an HTML page instead of JSON: something between this machine and the hub answered"
				: "The reply is not one of a hub";
	}
}
