// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.util.concurrent.CompletableFuture;

import iothubtools.client.errors.SignInException;

/** Where access tokens of Microsoft Entra ID come from. Asked again when one is about to expire or was refused. */
@FunctionalInterface
public interface AccessTokenSource {

	/**
	 * Begins to get a token and returns at once.
	 *
	 * @param audience whom it is to be for, such as {@code https://iothubs.azure.net}
	 * @return fails with a {@link SignInException}; cancelling it, or completing it from outside, ends whatever it takes to get
	 *         the token
	 */
	CompletableFuture<AccessToken> request(String audience);
}
