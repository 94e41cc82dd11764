// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.operation.NotImplementedYet;

/**
 * A query for devices: {@code SELECT * FROM devices}, or that with {@code WHERE deviceId = '…'}. The rest of the language
 * (contract §3.3) is answered with 501, what is no query at all with 400.
 *
 * @param deviceId the one device asked for, or null for all
 */
record DeviceQuery(@Nullable String deviceId) {

	private static final int MAX_LENGTH = 8192;
	private static final Pattern SUPPORTED = Pattern.compile(
			"\\s*SELECT\\s+\\*\\s+FROM\\s+devices"
					+ "(?:\\s+WHERE\\s+(?:devices\\.)?deviceId\\s*=\\s*(?:'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'"
					+ "|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"))?\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
	private static final Pattern QUERY = Pattern.compile("\\s*SELECT\\s.+?\\sFROM\\s+devices\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** @throws HubError 400 for a text that is no query, 501 for a query that goes beyond these two */
	static DeviceQuery parse(@Nullable String text) {
		if (text == null || text.length() > MAX_LENGTH) {
			throw HubError.argumentInvalid("BadRequest");
		}
		Matcher supported = SUPPORTED.matcher(text);
		if (supported.matches()) {
			String literal = supported.group(1) == null ? supported.group(2) : supported.group(1);
			return new DeviceQuery(literal == null ? null : unescaped(literal));
		}
		if (QUERY.matcher(text).matches()) {
			throw NotImplementedYet.of("queries other than SELECT * FROM devices [WHERE deviceId = '...']");
		}
		throw HubError.argumentInvalid("BadRequest");
	}

	private static String unescaped(String literal) {
		return literal.replaceAll("(?s)\\\\(.)", "$1");
	}
}
