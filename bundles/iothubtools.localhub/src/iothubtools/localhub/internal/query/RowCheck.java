// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import iothubtools.localhub.internal.errors.HubError;

/** Asked at each row that a read looks at, whether the read goes on. */
@FunctionalInterface
public interface RowCheck {

	/** For reads that are the hub's own. */
	RowCheck NONE = () -> { };

	/** @throws HubError when the read is to end here */
	void check();
}
