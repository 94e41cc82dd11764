// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.auth;

/** Where the Authorization header of a request comes from, at the moment it is sent. */
@FunctionalInterface
public interface TokenSource {

	/** The value of the header, valid now; empty for none, where a certificate proves who one is. A secret. */
	String authorization();
}
