// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.core.hubs.HubConnection;

/** What a person entered for something at a hub, as it was entered: at which one. */
public abstract class HubModel {

	private @Nullable HubConnection hub;

	/** The hub that is chosen; null for none yet. */
	public final @Nullable HubConnection hub() {
		return hub;
	}

	/** Chooses another one, or none. */
	public void setHub(@Nullable HubConnection connection) {
		hub = connection;
	}

	/**
	 * The hub that is chosen, for a request to it.
	 *
	 * @throws IllegalArgumentException when none is
	 */
	protected final HubConnection chosenHub() {
		HubConnection connection = hub;
		if (connection == null) {
			throw new IllegalArgumentException("no hub is chosen");
		}
		return connection;
	}
}
