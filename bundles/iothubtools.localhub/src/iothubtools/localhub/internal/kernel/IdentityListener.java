// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.kernel;

/** Hears of devices and modules that come and go. Called within a {@link Writer} only; it must not block. */
public interface IdentityListener {

	/** Hears nothing. */
	IdentityListener NONE = new IdentityListener() {

		@Override
		public void created(ClientId client) {
			// nothing
		}

		@Override
		public void deleting(ClientId client) {
			// nothing
		}
	};

	/** It was made; its first twin may be written after this, within the same change. */
	void created(ClientId client);

	/** It is about to go, with its twin and, if it is a device, its modules. */
	void deleting(ClientId client);
}
