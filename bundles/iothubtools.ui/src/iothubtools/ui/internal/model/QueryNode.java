// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.queries.SavedQuery;

/** A query that is kept for a hub as an element of a selection. */
public record QueryNode(HubConnection connection, SavedQuery query) implements HubElement {

	/** The name the person gave the query. */
	@Override
	public String name() {
		return query.name();
	}
}
