// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.replies;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonObject;

import iothubtools.client.internal.json.JsonFields;
import iothubtools.client.internal.json.JsonText;

/**
 * What the body of an error reply says. Takes all three shapes of contract §5.1, JSON inside of text inside of JSON up to
 * {@link #MAX_DEPTH} levels, and any text; what it does not understand it leaves out.
 *
 * @param name       the service's name of the error, or empty
 * @param number     its number, or 0
 * @param message    the innermost text, or empty
 * @param trackingId the service's id of the call, or empty
 */
record ErrorBody(String name, int number, String message, String trackingId) {

	private static final int MAX_DEPTH = 3;
	private static final int MAX_MESSAGE = 1000;
	private static final int MAX_TRACKING_ID = 200;
	// whoever answers wrote the text: nothing here may begin with a run of blanks, or take one more than once
	private static final Pattern CODE = Pattern.compile("\\s*+ErrorCode:\\s*+([A-Za-z0-9]++)\\s*+;?\\s*+");
	private static final Pattern TRACKING = Pattern.compile("Tracking ID:\\s*+(\\S.*+)", Pattern.CASE_INSENSITIVE);

	static ErrorBody read(String body) {
		return ofText(body, 0);
	}

	private static ErrorBody ofText(String text, int depth) {
		int brace = text.indexOf('{');
		if (brace < 0 || depth > MAX_DEPTH) {
			return brace < 0 ? plain(text) : plain(text.substring(0, brace));
		}
		JsonObject json = object(text.substring(brace));
		ErrorBody outer = plain(text.substring(0, brace));
		return json == null ? outer : ofJson(json, depth).orElse(outer);
	}

	private static @Nullable JsonObject object(String text) {
		try {
			return JsonText.parse(text) instanceof JsonObject json ? json : null;
		} catch (IOException e) {
			return null;
		}
	}

	private static ErrorBody ofJson(JsonObject json, int depth) {
		String code = text(json, "errorCode");
		int number = (int) JsonFields.number(json, "errorCode");
		ErrorBody own = new ErrorBody(number == 0 ? code : "", number, "", text(json, "trackingId"));
		ErrorBody exception = plain(text(json, "ExceptionMessage"));
		// in shape A the exception message is the tracking id alone; its other text is no message for a person
		return ofText(text(json, "Message"), depth + 1).orElse(own)
				.orElse(new ErrorBody("", 0, "", exception.trackingId));
	}

	/** Text without JSON in it: {@code ErrorCode:Name;message} and perhaps a tracking id. */
	private static ErrorBody plain(String text) {
		String rest = text;
		String trackingId = "";
		Matcher tracking = TRACKING.matcher(rest);
		if (tracking.find()) {
			trackingId = cut(tracking.group(1).strip(), MAX_TRACKING_ID);
			rest = text.substring(0, tracking.start()).stripTrailing() + text.substring(tracking.end());
		}
		Matcher code = CODE.matcher(rest);
		String name = code.lookingAt() ? code.group(1) : "";
		String message = (name.isEmpty() ? rest : rest.substring(code.end())).strip();
		return new ErrorBody(name, 0, cut(message, MAX_MESSAGE), trackingId);
	}

	private static String cut(String text, int length) {
		return text.substring(0, Math.min(text.length(), length));
	}

	/** What this does not say, {@code other} says. */
	private ErrorBody orElse(ErrorBody other) {
		return new ErrorBody(name.isEmpty() ? other.name : name, number == 0 ? other.number : number,
				message.isEmpty() ? other.message : message, trackingId.isEmpty() ? other.trackingId : trackingId);
	}

	private static String text(JsonObject json, String name) {
		String value = JsonFields.text(json, name);
		return value == null ? "" : value;
	}
}
