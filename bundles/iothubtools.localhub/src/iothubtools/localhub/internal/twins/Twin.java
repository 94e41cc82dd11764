// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.Etags;

/**
 * What is written of a device or module beside its identity (contract §3.5).
 *
 * @param version      one more at each write of tags, desired or reported properties
 * @param etagVersion  counter behind its etag, one more at each write of tags or desired properties
 * @param tags         seen by the service side alone
 * @param desired      written by the service side, read by the device
 * @param reported     written by the device
 */
public record Twin(long version, long etagVersion, JsonText tags, TwinProperties desired, TwinProperties reported) {

	private static final int FRESH_VERSION = 2;

	/** The twin of a device or module before anything is written; {@code created} is null for a module. */
	public static Twin fresh(@Nullable Instant created) {
		TwinProperties properties = TwinProperties.fresh(created);
		return new Twin(FRESH_VERSION, 1, JsonText.EMPTY, properties, properties);
	}

	/** Its etag, without quotes. */
	public String etag() {
		return Etags.ofTwin(etagVersion);
	}
}
