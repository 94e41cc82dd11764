// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.auth;

import java.util.concurrent.CompletableFuture;

import iothubtools.client.errors.HubException;

/** Where the Authorization header of a request comes from, at the moment it is sent. */
@FunctionalInterface
public interface TokenSource {

	/**
	 * The value of the header, valid now; empty for none, where a certificate proves who one is. A secret.
	 *
	 * @return the caller's own, which it may cancel or complete: then the value is not waited for any more. Fails with a
	 *         {@link HubException}
	 */
	CompletableFuture<String> authorization();

	/**
	 * The hub does not take this header.
	 *
	 * @return whether another one may be had
	 */
	default boolean renew(String refused) {
		return false;
	}
}
