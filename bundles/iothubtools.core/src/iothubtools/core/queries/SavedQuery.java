// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.queries;

import java.util.UUID;

/**
 * A query that somebody keeps for a hub.
 *
 * @param id   stable, never shown
 * @param name what the person calls it; unique among those of a hub
 * @param text the query
 */
public record SavedQuery(String id, String name, String text) {

	/** One that was never saved, under a fresh id. */
	public static SavedQuery create(String name, String text) {
		return new SavedQuery(UUID.randomUUID().toString(), name, text);
	}

	/** The same by another name. */
	public SavedQuery withName(String newName) {
		return new SavedQuery(id, newName, text);
	}

	/** Another text by the same name. */
	public SavedQuery withText(String newText) {
		return new SavedQuery(id, name, newText);
	}
}
