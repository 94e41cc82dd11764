// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.queries.SavedQuery;
import iothubtools.core.operations.HubCounts;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubNode;
import iothubtools.ui.internal.model.QueryNode;
import iothubtools.ui.internal.table.TableRow;

/** A row of the table. */
sealed interface Row extends TableRow {

	@Override
	@Nullable
	HubElement element();

	@Override
	Key key();

	/** The hub that it is, or is of. */
	HubConnection connection();

	/** What it is found by when somebody types; empty for what nobody looks for. */
	String name();

	/**
	 * @param connectionId the hub
	 * @param deviceId     the device; empty for the hub's own row, null for its note
	 */
	record Key(String connectionId, @Nullable String deviceId) {
	}

	/**
	 * A hub, above its devices.
	 *
	 * @param marked whether it is the default of several hubs
	 * @param shown  how many of its devices pass the filter
	 * @param counts how many it says that it has; null if it does not
	 */
	record Hub(HubContents contents, boolean marked, int shown, boolean expanded, @Nullable HubCounts counts) implements Row {
		@Override
		public @Nullable HubElement element() {
			return new HubNode(connection());
		}

		@Override
		public String name() {
			return connection().name();
		}

		@Override
		public Key key() {
			return new Key(connection().id(), "");
		}

		@Override
		public HubConnection connection() {
			return contents.connection();
		}
	}

	/** A query that is kept for a hub, above its devices. */
	record Query(HubConnection connection, SavedQuery query) implements Row {
		@Override
		public @Nullable HubElement element() {
			return new QueryNode(connection, query);
		}

		@Override
		public String name() {
			return query.name();
		}

		@Override
		public Key key() {
			return key(new QueryNode(connection, query));
		}

		/** No id of a device has a slash. */
		static Key key(QueryNode node) {
			return new Key(node.connection().id(), "/" + node.query().id());
		}
	}

	/** Why there are no devices below the hub. */
	record Note(HubContents contents) implements Row {
		@Override
		public @Nullable HubElement element() {
			return null;
		}

		@Override
		public String name() {
			return "";
		}

		@Override
		public Key key() {
			return new Key(connection().id(), null);
		}

		@Override
		public HubConnection connection() {
			return contents.connection();
		}
	}

	/**
	 * A device.
	 *
	 * @param stale  whether it is from a list that is out of date
	 * @param listed whether it is in the list of its hub, which otherwise was asked for this device alone
	 */
	record Device(HubConnection connection, DeviceSummary device, boolean stale, boolean listed) implements Row {
		@Override
		public @Nullable HubElement element() {
			return new DeviceNode(connection, device);
		}

		@Override
		public String name() {
			return device.deviceId();
		}

		@Override
		public Key key() {
			return new Key(connection.id(), device.deviceId());
		}
	}
}
