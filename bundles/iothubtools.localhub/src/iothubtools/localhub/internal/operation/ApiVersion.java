// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.util.regex.Pattern;

import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.HubRequest;

/** The api-version every request carries (contract §3.0): any date from 2016-02-03 on, as clients of all ages use. */
final class ApiVersion {

	private static final Pattern FORM = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d(-preview)?");
	private static final String OLDEST = "2016-02-03";

	private ApiVersion() {
	}

	/** @throws HubError 400 when it is missing or unknown */
	static void check(HubRequest request) {
		String version = request.query().get("api-version");
		if (version == null || !FORM.matcher(version).matches() || version.compareTo(OLDEST) < 0) {
			throw new HubError(ErrorCode.INVALID_PROTOCOL_VERSION,
					version == null ? "The parameter api-version is missing." : "The api-version is not supported.");
		}
	}
}
