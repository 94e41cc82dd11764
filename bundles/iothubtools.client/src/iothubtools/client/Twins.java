// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubErrorCode;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.twins.TwinWrites;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.Twin;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.TwinPatch;

/**
 * The twins of devices and modules (contract §3.5). All need ServiceConnect and fail with
 * {@link HubErrorCode#DEVICE_NOT_FOUND} or {@link HubErrorCode#MODULE_NOT_FOUND} where there is no such identity. Limits:
 * tags 8 KB, desired and reported properties 32 KB each, ten levels (contract §4). Safe for use by several threads.
 */
public final class Twins {

	private final TwinWrites twins;

	Twins(HubAccess hub) {
		twins = new TwinWrites(hub);
	}

	/** The twin as it is now, unlike the rows of a query. */
	public HubCall<Twin> get(ClientId id) {
		return HubCall.of(() -> twins.get(id));
	}

	/**
	 * Merges changes into tags and desired properties and gives the twin as it is then. Fails with
	 * {@link HubErrorCode#PRECONDITION_FAILED} if the twin has another etag, with {@link HubErrorCode#ARGUMENT_INVALID} for
	 * names or values a twin cannot have.
	 *
	 * @param etag the version to change, null for any
	 */
	public HubCall<Twin> patch(ClientId id, TwinPatch patch, @Nullable String etag) {
		return HubCall.of(() -> twins.patch(id, patch, etag));
	}

	/**
	 * Replaces all tags and desired properties and gives the twin as it is then; reported properties stay. Fails as
	 * {@link #patch}.
	 *
	 * @param etag the version to replace, null for any
	 */
	public HubCall<Twin> replace(ClientId id, TwinContent content, @Nullable String etag) {
		return HubCall.of(() -> twins.replace(id, content, etag));
	}
}
