// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.Set;

/**
 * Who sent a request, once that is proven.
 *
 * @param scope   {@code hub} for a policy, {@code device} or {@code module} for one with its own credentials (contract §7.1)
 * @param rights  what it may do
 */
public record Caller(String scope, Set<Right> rights) {

	/** A device that proved itself with its own key. */
	public static final Caller DEVICE = new Caller("device", Set.of(Right.DEVICE_CONNECT));

	/** A module that proved itself with its own key. */
	public static final Caller MODULE = new Caller("module", Set.of(Right.DEVICE_CONNECT));

	/** Someone who has a policy's key. */
	static Caller of(Policy policy) {
		return new Caller("hub", policy.rights());
	}
}
