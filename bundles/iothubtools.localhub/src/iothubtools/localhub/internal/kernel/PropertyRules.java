// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

import java.util.Map;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;

/** What the properties of messages may be that travel as HTTP headers (contract §6). */
public final class PropertyRules {

	/** What the header of an application property begins with. */
	public static final String APPLICATION = "iothub-app-";

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_~`|]*");
	/** Azure's documentation wants values like names, but the service takes more of HTTPS (azure-iot-sdk-java#724). */
	private static final Pattern VALUE = Pattern.compile("[ -~]*");
	private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9\\-:.+%_#*?!(),=@;$']{0,128}");

	private PropertyRules() {
	}

	/** Whether a header carries an application property. */
	public static boolean isApplicationProperty(String header) {
		return header.regionMatches(true, 0, APPLICATION, 0, APPLICATION.length());
	}

	/**
	 * Adds the application property that a header carries.
	 *
	 * @throws HubError 400 when it is no name or no value of one, or there already
	 */
	public static void addApplicationProperty(Map<String, String> properties, String header, String value) {
		String name = header.substring(APPLICATION.length());
		if (name.isEmpty() || !NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
			throw HubError.argumentInvalid("The application property '" + name
					+ "' may only have ASCII letters, digits and !#$%&'*+-.^_~`| in its name and printable ASCII characters in its value.");
		}
		if (properties.put(name, value) != null) {
			throw HubError.argumentInvalid("The application property '" + name + "' is there twice.");
		}
	}

	/** @throws HubError 400 when a message-id or correlation-id is none; missing is fine */
	public static void checkId(String name, @Nullable String id) {
		if (id != null && !MESSAGE_ID.matcher(id).matches()) {
			throw HubError.argumentInvalid(
					"The " + name + " may have 128 ASCII letters, digits or -:.+%_#*?!(),=@;$' at most.");
		}
	}
}
