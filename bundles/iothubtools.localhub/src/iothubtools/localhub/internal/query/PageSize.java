// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.settings.HubLimits;

/** How many rows a page gets: what x-ms-max-item-count asks for, within the hub's limits (contract §3.3). */
public final class PageSize {

	private PageSize() {
	}

	/** @throws HubError 400 when it is no positive number */
	public static int of(@Nullable String header, HubLimits limits) {
		if (header == null || header.isEmpty()) {
			return limits.defaultPageSize();
		}
		try {
			int asked = Integer.parseInt(header);
			if (asked > 0) {
				return Math.min(asked, limits.maximumPageSize());
			}
		} catch (NumberFormatException e) {
			// refused below like zero
		}
		throw HubError.argumentInvalid("The header x-ms-max-item-count must be a positive number.");
	}
}
