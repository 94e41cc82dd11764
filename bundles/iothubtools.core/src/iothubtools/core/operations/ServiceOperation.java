// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.operations;

import java.util.Set;

import iothubtools.core.hubs.HubRight;

/**
 * A request to what the hub keeps besides identities, such as twins, queries and configurations: a policy with ServiceConnect alone is enough for it
 * (contract §1.2), whether it reads or changes.
 *
 * @param <T> what comes back
 */
public interface ServiceOperation<T> extends HubOperation<T> {

	@Override
	default Set<HubRight> needs() {
		return Set.of(HubRight.SERVICE_CONNECT);
	}
}
