// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

/** The data of a hub are not what it left; the message is one line that says which file, what is wrong and what to do. */
public final class DamagedStoreException extends Exception {

	private static final long serialVersionUID = 1L;

	DamagedStoreException(String message) {
		super(message);
	}
}
