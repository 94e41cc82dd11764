// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.internal.azurecli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import iothubtools.client.auth.AccessToken;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.errors.SignInException;
import iothubtools.client.errors.SignInException.Kind;

/**
 * Reads what {@code az account get-access-token} prints: {@code {"accessToken": "…", "expires_on": 1795791845, "expiresOn":
 * "2026-11-27 17:04:05.000000", …}}. Before version 2.54 there is no {@code expires_on}, and {@code expiresOn} is in local time.
 * No failure repeats any of it.
 */
final class AzReply {

	private AzReply() {
	}

	/** @throws SignInException when it is something else */
	static AccessToken read(String json) throws SignInException {
		try {
			JsonObject reply = JsonParser.parseString(json).getAsJsonObject();
			return new AccessToken(reply.get("accessToken").getAsString(), expiry(reply));
		} catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException | DateTimeException
				| NumberFormatException | InvalidInputException e) {
			// without the cause: a parser's message may hold a part of what it read
			throw new SignInException(Kind.FAILED, "What the Azure CLI printed is no access token", null);
		}
	}

	private static Instant expiry(JsonObject reply) {
		return reply.has("expires_on") ? Instant.ofEpochSecond(reply.get("expires_on").getAsLong())
				: LocalDateTime.parse(reply.get("expiresOn").getAsString().replace(' ', 'T')).atZone(ZoneId.systemDefault()).toInstant();
	}
}
