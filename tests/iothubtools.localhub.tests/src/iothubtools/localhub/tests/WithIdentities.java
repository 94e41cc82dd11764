// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of device identities, at a hub that has none. */
abstract class WithIdentities {

	static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	static final String SHA1 = "0123456789abcdefABCDEF000000000000000000";

	@RegisterExtension
	static final TestHub HUB = TestHub.withoutDevices();

	static Reply get(String id) {
		return HUB.call("GET", "/devices/" + id, null);
	}

	static String keys(String primary, String secondary) {
		return ",\"authentication\":{\"type\":\"sas\",\"symmetricKey\":{\"primaryKey\":" + primary + ",\"secondaryKey\":"
				+ secondary + "}}";
	}

	static String quoted(String text) {
		return '"' + text + '"';
	}

	static String key(Reply reply, String name) {
		return reply.json().getAsJsonObject("authentication").getAsJsonObject("symmetricKey").get(name).getAsString();
	}
}
