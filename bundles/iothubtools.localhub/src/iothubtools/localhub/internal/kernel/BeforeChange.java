// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

/** Hears of changes before they are made. */
@FunctionalInterface
public interface BeforeChange {

	/** The identity, the connection state or the twin of a client is about to change, or to go. On the thread that writes. */
	void changing(ClientId client);
}
