// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

/** What a call counts for in its {@link ThrottleClass}. */
@FunctionalInterface
public interface Cost {

	/** Every call the same. */
	Cost ONE = call -> 1;

	/** What this call counts for; never fails, whatever the request is like. */
	double of(Call call);
}
