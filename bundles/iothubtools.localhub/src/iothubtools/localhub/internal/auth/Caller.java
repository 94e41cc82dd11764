// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.auth;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Who sent a request, once that is proven.
 *
 * @param scope      {@code hub} for a policy, {@code device} or {@code module} for one with its own credentials (contract §7.1)
 * @param rights     what it may do
 * @param principal  who it is at Entra ID; null when it proved itself otherwise
 */
public record Caller(String scope, Set<Right> rights, @Nullable Principal principal) {

	/** A device that proved itself with its own key. */
	public static final Caller DEVICE = new Caller("device", Set.of(Right.DEVICE_CONNECT), null);

	/** A module that proved itself with its own key. */
	public static final Caller MODULE = new Caller("module", Set.of(Right.DEVICE_CONNECT), null);

	/** A client of the test issuer: it gets tokens, and with its secret alone nothing else. */
	public static final Caller ISSUER_CLIENT = new Caller("hub", Set.of(Right.TAKE_TOKEN), null);

	/** Someone who has a policy's key. */
	static Caller of(Policy policy) {
		return new Caller("hub", policy.rights(), null);
	}

	/** Someone who has a token of Entra ID. */
	public static Caller of(Principal principal) {
		return new Caller("hub", Set.of(), principal);
	}

	/** Whether it may do what needs this. */
	boolean may(Need need) {
		Principal who = principal;
		return rights.contains(need.right()) || who != null && who.may(need.actions());
	}
}
