// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.configurations;

import java.time.Instant;
import java.util.Map;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.Etags;

/**
 * A configuration (contract §3.10).
 *
 * @param id              its id
 * @param labels          texts of its owner
 * @param content         what it writes, as it was given; never changes
 * @param targetCondition which twins it is for, {@code *} for all, empty for none
 * @param priority        of several for one twin the one with the highest wins, then the youngest
 * @param metrics         the owner's queries, by name; their results are how many rows they find
 * @param created         when it was created
 * @param updated         when it was last written
 * @param version         counter behind its etag
 */
public record Configuration(String id, Map<String, String> labels, JsonText content, String targetCondition, int priority,
		Map<String, String> metrics, Instant created, Instant updated, long version) {

	/** Its etag, without quotes. */
	public String etag() {
		return Etags.ofIdentity(version);
	}
}
